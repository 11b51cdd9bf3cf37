//! The box that makes papers: which one, how it will look, and the file that it is written to.

mod offered;

use ratatui::layout::{Position, Rect};
use tui_input::Input as TextInput;

pub use offered::offered;

use super::draw::{frame, scrolling, typed};
use super::search::SearchLine;
use super::{Event, EventReply, LayerOps, ListLayer, Request, edit_text};
use crate::model::{Id, MessageArg};
use crate::report::{PaperFormat, PaperRequest, sanitize};
use crate::ui::command::Command;
use crate::ui::env::Env;
use crate::ui::keymap::KeyContext;
use crate::ui::layout;
use crate::ui::render_context::RenderContext;
use crate::ui::widget::page::{Page, PageLine};
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{piece, width, wrap};
use crate::ui::{Effect, MadePaper, PaperOrder, Token};

/// The widest box.
const WIDTH: u16 = 110;
/// The papers that are visible at once.
const CHOICES: u16 = 8;
/// The rows of the edge, the path, and the line below it.
const OTHERS: u16 = 4;

/// The papers that can be made now, and the preview of the selected one.
pub struct PaperBox {
    choices: Vec<PaperRequest>,
    selected: usize,
    format: PaperFormat,
    path: TextInput,
    /// Whether the user has changed the path.
    is_typed: bool,
    /// The selected paper, once it has been made.
    made: Option<MadePaper>,
    /// A file that is there already and would be replaced.
    existing: Option<String>,
    /// Whether a paper is being written.
    is_writing: bool,
    preview: Page,
}

/// The parts of the box.
struct Areas {
    outer: Rect,
    choices: Rect,
    path: Rect,
    preview: Rect,
}

impl PaperBox {
    /// Offers some papers; the effect makes the first one.
    #[must_use]
    pub fn new(choices: Vec<PaperRequest>) -> (Self, Option<Effect>) {
        let mut layer = Self {
            choices,
            selected: 0,
            format: PaperFormat::default(),
            path: TextInput::default(),
            is_typed: false,
            made: None,
            existing: None,
            is_writing: false,
            preview: Page::default(),
        };
        layer.propose_path();
        let effect = layer.request().cloned().map(Effect::MakePaper);
        (layer, effect)
    }

    fn request(&self) -> Option<&PaperRequest> {
        self.choices.get(self.selected)
    }

    /// A paper has been made; one that is not selected any more is dropped.
    pub fn take(&mut self, made: MadePaper, env: &Env) {
        if self.request() == Some(&made.request) {
            self.made = Some(made);
            self.propose_path();
            self.preview = Page::new(self.preview_lines(env));
        }
    }

    /// The file exists: the next `Enter` replaces it.
    pub fn exists(&mut self, file: String) {
        self.existing = Some(file);
        self.is_writing = false;
    }

    /// Writing has failed; the path can be corrected.
    pub const fn failed(&mut self) {
        self.is_writing = false;
    }

    /// The path of the selected paper in the chosen format, unless one was typed.
    fn propose_path(&mut self) {
        let Some(request) = self.request().filter(|_| !self.is_typed) else { return };
        let name = match &self.made {
            Some(MadePaper { paper: Ok(paper), .. }) if paper.names.len() == 1 => paper.names.first(),
            _ => None,
        };
        let file = name.map(|name| format!("{name}.{}", self.format.extension())).unwrap_or_default();
        self.path = TextInput::new(format!("{}{file}", request.folder()));
    }

    fn select(&mut self, at: usize) -> EventReply {
        let at = at.min(self.choices.len().saturating_sub(1));
        if at == self.selected {
            return EventReply::DONE;
        }
        (self.selected, self.made, self.existing, self.is_typed) = (at, None, None, false);
        self.preview = Page::default();
        self.propose_path();
        self.request()
            .cloned()
            .map_or(EventReply::DONE, |request| EventReply::ask(Request::Effect(Effect::MakePaper(request))))
    }

    /// Changes the format, and with it the extension of the path.
    fn next_format(&mut self) {
        let before = format!(".{}", self.format.extension());
        self.format = self.format.next();
        self.existing = None;
        match self.path.value().strip_suffix(&before) {
            Some(stem) if self.is_typed => self.path = format!("{stem}.{}", self.format.extension()).into(),
            _ => self.propose_path(),
        }
    }

    fn write(&mut self, commits: bool) -> EventReply {
        let path = self.path.value().trim().to_owned();
        let Some(request) = self.request().cloned().filter(|_| !path.is_empty() && !self.is_writing) else {
            return EventReply::DONE;
        };
        if !matches!(&self.made, Some(MadePaper { paper: Ok(paper), .. }) if !paper.names.is_empty()) {
            return EventReply::DONE;
        }
        self.is_writing = true;
        let format = PaperFormat::of_path(&path).unwrap_or(self.format);
        let order = PaperOrder { request, format, path, replaces: self.existing.is_some(), commits };
        EventReply::ask(Request::Effect(Effect::WritePaper(order)))
    }

    fn preview_lines(&self, env: &Env) -> Vec<PageLine> {
        let room = usize::from(self.areas(env.area()).preview.width).saturating_sub(3);
        let text = |token: Token, text: &str| {
            let lines = text.lines().map(sanitize).flat_map(|line| {
                // A line that fits keeps the spaces between its columns.
                if width(&line) <= room { vec![line.into_owned()] } else { wrap(&line, room) }
            });
            lines.map(|line| PageLine { pieces: vec![piece(token, line)], ..PageLine::default() }).collect::<Vec<_>>()
        };
        match &self.made {
            None => text(Token::Muted, &env.locale.text("paper-making")),
            Some(MadePaper { paper: Err(why), .. }) => text(Token::Warning, why),
            Some(MadePaper { paper: Ok(paper), .. }) if paper.names.is_empty() => {
                text(Token::Muted, &env.locale.text("doc-nothing-late"))
            }
            Some(MadePaper { paper: Ok(paper), .. }) => text(Token::Text, &paper.text),
        }
    }

    fn areas(&self, area: Rect) -> Areas {
        let body = Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(2), ..area };
        let outer = layout::middle(body, WIDTH.min(area.width.saturating_sub(2)), body.height);
        let inner = Rect {
            x: outer.x + 1,
            y: outer.y + 1,
            width: outer.width.saturating_sub(2),
            height: outer.height.saturating_sub(2),
        };
        let most = (outer.height.saturating_sub(OTHERS) / 2).clamp(1, CHOICES);
        let count = u16::try_from(self.choices.len()).unwrap_or(most).clamp(1, most);
        let row = |from: u16, height: u16| {
            let from = from.min(inner.height);
            Rect { y: inner.y + from, height: height.min(inner.height - from), ..inner }
        };
        Areas {
            outer,
            choices: row(0, count),
            path: row(count, 1),
            preview: row(count + 2, inner.height.saturating_sub(count + 2)),
        }
    }

    fn first_choice(&self, areas: &Areas) -> usize {
        (self.selected + 1).saturating_sub(usize::from(areas.choices.height))
    }

    /// Returns what is missing, or that the file would be replaced.
    fn remark(&self, env: &Env) -> Option<(Token, String)> {
        if let Some(file) = &self.existing {
            let file = [("file", MessageArg::Text(sanitize(file).into_owned()))];
            return Some((Token::Warning, env.locale.message("paper-exists", &file)));
        }
        match &self.made {
            Some(MadePaper { paper: Ok(paper), .. }) if paper.missing > 0 => {
                Some((Token::Warning, env.render_context().count("paper-missing", paper.missing)))
            }
            _ => None,
        }
    }

    fn draw_path(&self, env: &Env, row: Rect, painter: &mut Painter<'_>) -> Position {
        let label = format!("{}  ", env.locale.text("paper-path"));
        let formats = [PaperFormat::Html, PaperFormat::Markdown, PaperFormat::Text].map(|format| {
            let token = if format == self.format { Token::Title } else { Token::Muted };
            piece(token, format!(" {}", format.extension()))
        });
        let inside = Rect { x: row.x + 1, width: row.width.saturating_sub(2), ..row };
        painter.line_at_right(inside.x, inside.y, inside.width, &formats);
        painter.line(inside.x, inside.y, inside.width, &[piece(Token::Muted, label.as_str())]);
        let used = u16::try_from(width(&label)).unwrap_or(0);
        let room = inside.width.saturating_sub(used + 14);
        typed(painter, Rect { x: inside.x + used, width: room, ..inside }, &self.path, Token::InputFocused, &[])
    }
}

impl LayerOps for PaperBox {
    fn context(&self, _env: &Env) -> KeyContext {
        KeyContext::Papers
    }

    fn handle(&mut self, event: Event<'_>, env: &Env) -> EventReply {
        let areas = self.areas(env.area());
        let page = isize::try_from(areas.preview.height).unwrap_or(1).max(2) - 1;
        match event {
            Event::Command(Command::Down) => return self.select(self.selected + 1),
            Event::Command(Command::Up) => return self.select(self.selected.saturating_sub(1)),
            Event::Command(Command::PageDown) => self.preview.step(page),
            Event::Command(Command::PageUp) => self.preview.step(-page),
            Event::Command(Command::PaperFormat) => self.next_format(),
            Event::Command(Command::Accept) => return self.write(false),
            Event::Command(Command::Commit) => return self.write(true),
            Event::Command(Command::Cancel) => return EventReply::ask(Request::Close),
            Event::Wheel { by, .. } => self.preview.step(by),
            Event::Click { at, .. } if areas.choices.contains(at) => {
                return self.select(self.first_choice(&areas) + usize::from(at.y - areas.choices.y));
            }
            Event::Click { .. } => {}
            _ if edit_text(&mut self.path, event) => (self.is_typed, self.existing) = (true, None),
            _ => return EventReply::Ignored,
        }
        EventReply::DONE
    }

    fn refresh(&mut self, env: &Env) {
        self.preview.replace(self.preview_lines(env));
    }

    fn settle(&mut self, env: &Env, _lists: &ListLayer) {
        self.preview.settle(usize::from(self.areas(env.area()).preview.height));
    }

    fn outer(&self, env: &Env) -> Rect {
        self.areas(env.area()).outer
    }

    fn draw(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) -> Option<Position> {
        let areas = self.areas(area);
        let window = self.preview.window(usize::from(areas.preview.height));
        let all = self.preview.lines().len();
        let is_cut = all > usize::from(areas.preview.height);
        let foot = if is_cut { format!("{}–{} / {all}", window.start + 1, window.end) } else { String::new() };
        frame(painter, areas.outer, &env.locale.text("paper-title"), &foot);
        let ctx = env.render_context();
        let first = self.first_choice(&areas);
        for (y, (n, choice)) in
            (areas.choices.y..areas.choices.bottom()).zip(self.choices.iter().enumerate().skip(first))
        {
            let row = Rect { y, height: 1, ..areas.choices };
            if n == self.selected {
                painter.overlay(row, Token::Selected);
                painter.line(row.x, y, 1, &[piece(Token::Accent, env.theme.mark())]);
            }
            painter.line(row.x + 2, y, row.width.saturating_sub(3), &[piece(Token::Text, name(&ctx, choice))]);
        }
        let cursor = self.draw_path(env, areas.path, painter);
        if let Some((token, words)) = self.remark(env) {
            let y = areas.path.y + 1;
            painter.line(areas.path.x + 1, y, areas.path.width.saturating_sub(2), &[piece(token, words)]);
        }
        scrolling(&self.preview, areas.preview, &SearchLine::default().query(), painter);
        Some(cursor)
    }
}

/// Returns what a paper is called, with what it is about.
fn name(ctx: &RenderContext<'_>, request: &PaperRequest) -> String {
    let review = |id: &Id| id.to_string();
    let about = match request {
        PaperRequest::Management { convention, .. } | PaperRequest::Statement { convention } => {
            ctx.convention_title(convention)
        }
        PaperRequest::Call { convention, contribution, tranche } => {
            let number = tranche.map(|number| format!("[{number}]")).unwrap_or_default();
            format!("{} · {}{number}", ctx.convention_title(convention), sanitize(contribution))
        }
        PaperRequest::Reminder { party, .. } => match party {
            Some(party) => ctx.party_name(party),
            None => ctx.text("paper-everybody"),
        },
        PaperRequest::Sheet { startup } | PaperRequest::StartupMinutes { startup, .. } => ctx.startup_name(startup),
        PaperRequest::ReviewMinutes { review: id } | PaperRequest::ReviewPapers { review: id } => review(id),
        PaperRequest::Summary => String::new(),
    };
    let kind = ctx.text(&format!("paper-{}", request.name()));
    if about.is_empty() { kind } else { format!("{kind} · {about}") }
}
