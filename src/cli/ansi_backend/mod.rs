//! Writes the changed cells of a frame in few bytes, which counts over SSH: of styles and links only what differs, no
//! position if the cursor is there already, and no blank cell that looks as before. The backend of ratatui does the
//! rest.

mod cell_writer;
mod look;
#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use crate::cli::linked_cells::LinkedCells;
use cell_writer::{CellWriter, ShownCell};

/// A terminal that understands ANSI sequences.
pub struct AnsiBackend<W: Write> {
    inner: CrosstermBackend<W>,
    /// What the terminal shows, row by row; `None` if unknown. Empty before the first frame.
    shown: Vec<Option<ShownCell>>,
    size: Size,
    /// The size for a writer that is no terminal.
    fixed_size: Option<Size>,
    links: Rc<RefCell<LinkedCells>>,
    cursor: CursorState,
    frame: FrameState,
    out: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum CursorState {
    Unknown,
    Hidden,
    Shown,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum FrameState {
    None,
    /// Nothing was written yet.
    Begun,
    Written,
}

impl<W: Write> AnsiBackend<W> {
    /// Creates a backend that writes to `out`, the terminal, with the links of the frame.
    pub fn new(out: W, links: Rc<RefCell<LinkedCells>>) -> Self {
        Self {
            inner: CrosstermBackend::new(out),
            shown: Vec::new(),
            size: Size::default(),
            fixed_size: None,
            links,
            cursor: CursorState::Unknown,
            frame: FrameState::None,
            out: String::new(),
        }
    }

    /// Begins a frame, which the terminal shows as a whole. Nothing is written if nothing changes.
    pub fn begin_frame(&mut self) {
        self.frame = FrameState::Begun;
    }

    /// Ends the frame and writes everything.
    ///
    /// # Errors
    /// If the terminal refuses.
    pub fn end_frame(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.frame, FrameState::None) == FrameState::Written {
            queue!(self.inner, EndSynchronizedUpdate)?;
        }
        Write::flush(&mut self.inner)
    }

    /// Forgets what the terminal shows, because another program had it.
    pub fn forget(&mut self) {
        self.shown.clear();
        self.cursor = CursorState::Unknown;
    }

    /// Marks the frame as written, before something is.
    fn touch(&mut self) -> io::Result<()> {
        if self.frame == FrameState::Begun {
            self.frame = FrameState::Written;
            queue!(self.inner, BeginSynchronizedUpdate)?;
        }
        Ok(())
    }

    /// Sets what is known of all cells: that they are blank, or nothing.
    fn know(&mut self, is_blank: bool) -> io::Result<()> {
        self.size = self.size()?;
        let cells = usize::from(self.size.width) * usize::from(self.size.height);
        let blank = || is_blank.then(|| ShownCell { cell: Cell::EMPTY, address: None });
        self.shown = std::iter::repeat_with(blank).take(cells).collect();
        Ok(())
    }
}

impl<W: Write> Write for AnsiBackend<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.inner)
    }
}

impl<W: Write> Backend for AnsiBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, cells: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        if self.shown.is_empty() {
            self.know(false)?;
        }
        let links = Rc::clone(&self.links);
        let links = links.borrow();
        let mut out = std::mem::take(&mut self.out);
        out.clear();
        let mut writer = CellWriter::new(&mut out, &mut self.shown, self.size.width);
        for (x, y, cell) in cells {
            writer.write(Position { x, y }, cell, links.address(x, y));
        }
        writer.end();
        if !out.is_empty() {
            self.touch()?;
            self.inner.write_all(out.as_bytes())?;
        }
        self.out = out;
        Ok(())
    }

    fn append_lines(&mut self, lines: u16) -> io::Result<()> {
        self.forget();
        self.inner.append_lines(lines)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor != CursorState::Hidden {
            self.touch()?;
            self.cursor = CursorState::Hidden;
            queue!(self.inner, crossterm::cursor::Hide)?;
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.cursor != CursorState::Shown {
            self.touch()?;
            self.cursor = CursorState::Shown;
            queue!(self.inner, crossterm::cursor::Show)?;
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.touch()?;
        let Position { x, y } = position.into();
        queue!(self.inner, crossterm::cursor::MoveTo(x, y))
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.touch()?;
        self.know(region == ClearType::All)?;
        self.inner.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        self.fixed_size.map_or_else(|| self.inner.size(), Ok)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    /// Waits for the end of the frame, so that it is written in one piece.
    fn flush(&mut self) -> io::Result<()> {
        if self.frame == FrameState::None { Write::flush(&mut self.inner) } else { Ok(()) }
    }
}
