//! The page of a startup, a convention or a party, over the list.

use ratatui::layout::{Position, Rect};
use tui_input::Input as TextInput;

use super::draw::scrolling_columns;
use super::search::{SearchLine, scroll, selected_text};
use super::{Event, EventReply, LayerOps, ListLayer, MARGIN, Request};
use crate::model::{Id, Location, PathStep, RecordKind, RecordRef};
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::env::Env;
use crate::ui::key_figure::KeyFigure;
use crate::ui::keymap::KeyContext;
use crate::ui::layer::{Layer, TextBox, Topic};
use crate::ui::layout::{self, PageAreas};
use crate::ui::pages::{OpenPage, PageSubject, person_at};
use crate::ui::render_context::RenderContext;
use crate::ui::target::Target;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{StyledLine, line_width, piece};

/// An open page.
pub struct PageLayer {
    pub opened: OpenPage,
    search: SearchLine,
}

impl PageLayer {
    /// Opens the page of a subject on the line that is about `line`.
    pub fn new(env: &Env, subject: PageSubject, line: Option<&Target>) -> Self {
        let mut opened = OpenPage::new(&env.render_context(), subject, width(env));
        if let Some(line) = line.filter(|line| **line != opened.subject.target()) {
            opened.page.select(|target| target.is_same(line));
        }
        Self { opened, search: SearchLine::default() }
    }

    fn step_section(&mut self, by: isize) {
        let count = self.opened.sections().len().cast_signed();
        let next = (self.opened.page.section().cast_signed() + by).rem_euclid(count).cast_unsigned();
        self.opened.page.go_to_section(next);
    }

    /// Returns the page that the line under the cursor refers to, if it is another one.
    fn follow(&self, env: &Env) -> EventReply {
        let Some(target) = self.opened.page.target().cloned() else { return EventReply::DONE };
        if let Target::Commit { name, .. } = target {
            return EventReply::ask(Request::Open(Layer::Text(TextBox::new(env, Topic::Commit(name)))));
        }
        let ctx = env.render_context();
        let agreement = || PageSubject::of(&ctx, &Target::Convention(target.convention()?.clone()));
        let candidates = [
            party(&ctx, &target).map(PageSubject::Party),
            person_at(&ctx, &target).map(PageSubject::Person),
            PageSubject::of(&ctx, &target),
            agreement(),
        ];
        let is_another = |subject: &PageSubject| subject.exists(&ctx) && *subject != self.opened.subject;
        match candidates.into_iter().flatten().find(is_another) {
            Some(subject) => EventReply::ask(Request::OpenPage(subject, Some(target))),
            None => EventReply::DONE,
        }
    }

    fn click(&mut self, at: Position, env: &Env) -> EventReply {
        let areas = layout::page(env.area());
        if let Some(line) = areas.line_at(at) {
            self.opened.page.select_line(line, areas.height());
        } else if let Some(section) = self.section_at(at, &areas, env) {
            self.opened.page.go_to_section(section);
        } else {
            return EventReply::Ignored;
        }
        EventReply::DONE
    }

    fn section_at(&self, at: Position, areas: &PageAreas, env: &Env) -> Option<usize> {
        let sections = self.sections(areas, env);
        let wide = u16::try_from(sections.iter().map(|(_, line)| line_width(line)).sum::<usize>()).unwrap_or(u16::MAX);
        let (row, begin) = if areas.sections.is_empty() {
            (areas.title, areas.title.right().saturating_sub(wide + 1))
        } else {
            (areas.sections, areas.sections.x + MARGIN - 1)
        };
        let is_hit = row.contains(at) && at.x >= begin;
        is_hit.then(|| line_at(sections, at.x - begin)).flatten().flatten()
    }

    /// Returns the names of the sections with their numbers: as many as there is room for, the current one and those
    /// after it first. If some are missing, the position among all follows.
    fn sections(&self, areas: &PageAreas, env: &Env) -> Vec<(Option<usize>, StyledLine)> {
        let (current, sections) = (self.opened.page.section(), self.opened.sections());
        let name = |n: usize| {
            let section = sections.get(n).map_or("summary", |section| section.name());
            let is_current = n == current;
            let mark = piece(Token::Accent, if is_current { env.theme.mark() } else { " " });
            let token = if is_current { Token::Title } else { Token::Muted };
            vec![mark, piece(token, env.locale.text(&format!("section-{section}"))), piece(Token::Text, " ")]
        };
        let names: Vec<StyledLine> = (0..sections.len()).map(name).collect();
        let room = if areas.sections.is_empty() {
            let title = line_width(&[piece(Token::Title, self.opened.title(&env.render_context()))]);
            usize::from(areas.title.width.saturating_sub(MARGIN + 1)).saturating_sub(title + 2)
        } else {
            usize::from(areas.sections.width.saturating_sub(2))
        };
        let number = vec![piece(Token::Muted, format!("{}/{}", current + 1, sections.len()))];
        let whole: usize = names.iter().map(|name| line_width(name)).sum();
        if whole <= room {
            return names.into_iter().enumerate().map(|(n, name)| (Some(n), name)).collect();
        }
        let mut used = line_width(&number) + names.get(current).map_or(0, |name| line_width(name));
        let (mut first, mut end) = (current, current + 1);
        loop {
            let wide = |n: usize| names.get(n).map(|name| line_width(name)).filter(|wide| used + wide <= room);
            if let Some(wide) = wide(end) {
                (used, end) = (used + wide, end + 1);
            } else if let Some(wide) = first.checked_sub(1).and_then(wide) {
                (used, first) = (used + wide, first - 1);
            } else {
                break;
            }
        }
        let shown = names.into_iter().enumerate().take(end).skip(first).map(|(n, name)| (Some(n), name));
        shown.chain(std::iter::once((None, number))).collect()
    }

    /// The title, with the current section marked among all.
    fn draw_title(&self, areas: &PageAreas, env: &Env, painter: &mut Painter<'_>) {
        let title = areas.title;
        let sections: StyledLine = self.sections(areas, env).into_iter().flat_map(|(_, line)| line).collect();
        let mut name = vec![piece(Token::Title, self.opened.title(&env.render_context()))];
        let uncommitted = env.render_context().uncommitted_words(&self.opened.subject.target());
        if !uncommitted.is_empty() {
            name.push(piece(Token::Text, "  "));
            name.extend(uncommitted);
        }
        let room = title.width.saturating_sub(MARGIN + 1);
        if !areas.sections.is_empty() {
            painter.line(title.x + MARGIN, title.y, room, &name);
            painter.line(areas.sections.x + 1, areas.sections.y, areas.sections.width.saturating_sub(2), &sections);
            return;
        }
        let wide = u16::try_from(line_width(&sections)).unwrap_or(room);
        painter.line_at_right(title.x + MARGIN, title.y, room, &sections);
        painter.line(title.x + MARGIN, title.y, room.saturating_sub(wide + 2), &name);
    }
}

impl LayerOps for PageLayer {
    fn context(&self, _env: &Env) -> KeyContext {
        if self.search.is_typing { KeyContext::Filter } else { KeyContext::Startup }
    }

    fn handle(&mut self, event: Event<'_>, env: &Env) -> EventReply {
        let height = height(env);
        if let EventReply::Handled(requests) = scroll(&mut self.opened.page, &mut self.search, event, height) {
            return EventReply::Handled(requests);
        }
        match event {
            Event::Command(Command::Open | Command::Follow) => return self.follow(env),
            Event::Command(Command::NextSection) => self.step_section(1),
            Event::Command(Command::PreviousSection) => self.step_section(-1),
            Event::Command(Command::Help) if self.search.is_typing => {
                self.search.is_typing = false;
                return EventReply::ask(Request::Help(KeyContext::Filter));
            }
            Event::Command(Command::Back) if !self.search.clear() => return EventReply::ask(Request::Close),
            Event::Command(Command::Back) => {}
            Event::Click { at, .. } => return self.click(at, env),
            Event::Wheel { by, .. } => self.opened.page.step(by),
            _ => return EventReply::Ignored,
        }
        EventReply::DONE
    }

    fn refresh(&mut self, env: &Env) {
        self.opened.renew(&env.render_context(), width(env));
    }

    fn settle(&mut self, env: &Env, _lists: &ListLayer) {
        self.opened.page.settle(height(env));
    }

    fn target(&self, _env: &Env) -> Option<Target> {
        Some(self.opened.target())
    }

    fn explains(&self) -> Option<&(RecordRef, Vec<String>)> {
        self.opened.page.explains()
    }

    fn search_text(&self) -> Option<&TextInput> {
        Some(&self.search.text)
    }

    fn is_useful(&self, command: Command, _env: &Env) -> Option<bool> {
        match command {
            Command::Filter | Command::Back => Some(true),
            Command::NextMatch | Command::PreviousMatch => Some(!self.search.text.value().is_empty()),
            Command::Complete => Some(false),
            _ => None,
        }
    }

    fn text_to_copy(&self, _env: &Env) -> Vec<Vec<String>> {
        selected_text(&self.opened.page)
    }

    fn figures(&self, _env: &Env) -> Vec<KeyFigure> {
        self.opened.page.figure().into_iter().collect()
    }

    fn draw(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) -> Option<Position> {
        let areas = layout::page(area);
        self.draw_title(&areas, env, painter);
        painter.rule(areas.rule, "│", Token::Border);
        scrolling_columns(&self.opened.page, &areas.columns, &self.search.query(), painter);
        None
    }
}

/// Returns the element at a cell, given elements side by side.
pub fn line_at<T>(things: Vec<(T, StyledLine)>, cell: u16) -> Option<T> {
    let mut end = 0;
    things.into_iter().find_map(|(thing, line)| {
        end += line_width(&line);
        (usize::from(cell) < end).then_some(thing)
    })
}

fn height(env: &Env) -> usize {
    layout::page(env.area()).height()
}

/// Returns the width of the lines of a page.
fn width(env: &Env) -> usize {
    usize::from(layout::page(env.area()).columns[0].width.saturating_sub(4))
}

/// Returns the party that a line of a record names.
fn party(ctx: &RenderContext<'_>, target: &Target) -> Option<Id> {
    let Target::Fact(Location::Value(record, path)) = target else { return None };
    let (PathStep::Key(key), at) = (path.first()?, path.get(1)) else { return None };
    let nth = match at {
        Some(PathStep::Index(n)) => *n,
        _ => 0,
    };
    match (record.kind, key.as_str()) {
        (RecordKind::Convention, "parties") => ctx.convention(&record.id)?.parties.get(nth).cloned(),
        (RecordKind::Convention, "signatories") => {
            ctx.convention(&record.id)?.signatories.get(nth).map(|one| one.party.clone())
        }
        (RecordKind::Startup, "sponsors") => ctx.startup(&record.id)?.sponsors.get(nth).cloned(),
        (RecordKind::Startup, "incubator") => ctx.startup(&record.id)?.incubator.clone(),
        _ => None,
    }
}
