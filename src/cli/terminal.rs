//! Takes the terminal for the screen, releases it for other programs, and restores it whatever happens.
//!
//! [`TerminalGuard`] restores the terminal when it is dropped, and the panic hook before a panic is printed.

use std::cell::RefCell;
use std::fmt;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::rc::Rc;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::Show;
use crossterm::event::{self, DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{Command, execute};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::cli::ansi_backend::AnsiBackend;
use crate::cli::background::{Listener, QUESTION};
use crate::cli::linked_cells::LinkedCells;
use crate::store;
use crate::ui::{Background, DrawnLink};

/// Turns reports of clicks and the wheel on or off. Unlike the command of crossterm, it leaves out reports of moves.
struct MouseReports(bool);

impl Command for MouseReports {
    fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str(if self.0 { "\u{1b}[?1000h\u{1b}[?1006h" } else { "\u{1b}[?1006l\u{1b}[?1000l" })
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
        if self.0 { EnableMouseCapture.execute_winapi() } else { DisableMouseCapture.execute_winapi() }
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

/// Whether the terminal is ours now. Cleared by the first caller that restores it.
static OURS: AtomicBool = AtomicBool::new(false);

/// Whether to take the mouse while the terminal is ours.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Returns whether input and output are a terminal.
#[must_use]
pub fn is_one() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Asks the terminal for its background, and waits for the answer at most for a time. Keys typed meanwhile are lost.
///
/// # Errors
/// If the terminal refuses.
pub fn background_within(limit: Duration) -> io::Result<Option<Background>> {
    enable_raw_mode()?;
    let answer = read_background(limit);
    disable_raw_mode()?;
    answer
}

fn read_background(limit: Duration) -> io::Result<Option<Background>> {
    let mut out = io::stdout();
    out.write_all(QUESTION.as_bytes()).and_then(|()| out.flush())?;
    let (end, mut listener) = (Instant::now() + limit, Listener::default());
    while event::poll(end.saturating_duration_since(Instant::now()))? {
        let input = listener.receive(vec![event::read()?]);
        if input.background.is_some() {
            return Ok(input.background);
        }
    }
    Ok(None)
}

/// The terminal while the screen has it. Dropping it restores the terminal.
pub struct TerminalGuard {
    screen: ratatui::Terminal<AnsiBackend<BufWriter<Stdout>>>,
    links: Rc<RefCell<LinkedCells>>,
}

impl TerminalGuard {
    /// Takes the terminal: raw mode, alternate screen, bracketed paste, and the mouse if asked for. From now on a panic
    /// restores it first.
    ///
    /// # Errors
    /// If the terminal refuses; it is restored then.
    pub fn take(mouse: bool) -> io::Result<Self> {
        store::detach_from_terminal();
        restore_on_panic();
        // Room for a whole frame, so that it is written in one piece.
        let out = BufWriter::with_capacity(1 << 16, io::stdout());
        let links = Rc::default();
        let screen = ratatui::Terminal::new(AnsiBackend::new(out, Rc::clone(&links)))?;
        let terminal = Self { screen, links };
        MOUSE.store(mouse, Ordering::SeqCst);
        enter()?;
        Ok(terminal)
    }

    /// Draws a frame and writes the cells that have changed, and those whose links have. Does nothing while another
    /// program has the terminal.
    ///
    /// # Errors
    /// If the terminal refuses.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>) -> Vec<DrawnLink>) -> io::Result<()> {
        if !OURS.load(Ordering::SeqCst) {
            return Ok(());
        }
        let Self { screen, links } = self;
        screen.backend_mut().begin_frame();
        let drawn = screen.draw(|frame| {
            let found = render(frame);
            links.borrow_mut().replace(&found, frame.buffer_mut());
        });
        let drawn = drawn.map(drop);
        screen.backend_mut().end_frame()?;
        drawn
    }

    /// Restores the terminal for another program.
    pub fn release(&mut self) {
        restore();
    }

    /// Takes the terminal again after [`TerminalGuard::release`], or after a stop without warning (`kill -STOP`). The
    /// next frame is drawn in full.
    ///
    /// # Errors
    /// If the terminal refuses.
    pub fn reclaim(&mut self) -> io::Result<()> {
        // After an unannounced stop the shell has reset the terminal, but crossterm believes it to be raw.
        let _ = disable_raw_mode();
        enter()?;
        self.links.replace(LinkedCells::default());
        self.screen.backend_mut().forget();
        // `clear` would ask the terminal for its cursor and race with the thread that reads keys.
        let size = self.screen.size()?;
        self.screen.resize(Rect::from((Position::ORIGIN, size)))
    }

    /// Takes the mouse, or leaves it to the terminal.
    pub fn set_mouse(&mut self, ours: bool) {
        MOUSE.store(ours, Ordering::SeqCst);
        if OURS.load(Ordering::SeqCst) {
            let mut out = io::stdout();
            let _ = execute!(out, MouseReports(ours));
        }
    }

    /// Asks the terminal for its background; the answer arrives among the keys.
    pub fn ask_background(&mut self) {
        let mut out = io::stdout();
        let _ = out.write_all(QUESTION.as_bytes()).and_then(|()| out.flush());
    }

    /// Copies a text to the clipboard of the terminal (OSC 52), which works over SSH.
    pub fn copy(&mut self, text: &str) {
        if OURS.load(Ordering::SeqCst) {
            let _ = execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text));
        }
    }

    /// Columns and rows.
    ///
    /// # Errors
    /// If the terminal does not report it.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.screen.size()?;
        Ok((size.width, size.height))
    }
}

impl Drop for TerminalGuard {
    fn drop(&mut self) {
        restore();
    }
}

fn enter() -> io::Result<()> {
    OURS.store(true, Ordering::SeqCst);
    let mut out = io::stdout();
    let mouse = || if MOUSE.load(Ordering::SeqCst) { execute!(io::stdout(), MouseReports(true)) } else { Ok(()) };
    let entered = enable_raw_mode()
        .and_then(|()| execute!(out, EnterAlternateScreen, EnableBracketedPaste, EnableFocusChange))
        .and_then(|()| mouse());
    if entered.is_err() {
        restore();
    }
    entered
}

/// Restores the terminal, once. Nothing can be reported if it fails.
fn restore() {
    if !OURS.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    if MOUSE.load(Ordering::SeqCst) {
        let _ = execute!(out, MouseReports(false));
    }
    let _ = execute!(
        out,
        EndSynchronizedUpdate,
        DisableBracketedPaste,
        DisableFocusChange,
        ResetColor,
        LeaveAlternateScreen,
        Show
    );
    let _ = disable_raw_mode();
    let _ = out.flush();
}

fn restore_on_panic() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            restore();
            before(panic);
        }));
    });
}
