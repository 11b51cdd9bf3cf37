//! A form as a layer. The form itself knows nothing of layers.

use ratatui::layout::{Position, Rect};

use super::{Event, EventReply, LayerOps, Request};
use crate::edit::HandEditPolicy;
use crate::ui::Effect;
use crate::ui::command::Command;
use crate::ui::env::Env;
use crate::ui::form::{Form, FormHit, FormOutcome};
use crate::ui::keymap::KeyContext;
use crate::ui::widget::paint::Painter;

impl Form {
    fn reply(&self, outcome: FormOutcome) -> EventReply {
        match outcome {
            FormOutcome::Stay => EventReply::DONE,
            FormOutcome::Ask(effects) => EventReply::Handled(effects.into_iter().map(Request::Effect).collect()),
            FormOutcome::Keep => {
                let draft = self.draft().map(Request::KeepDraft);
                EventReply::Handled([Request::Close].into_iter().chain(draft).collect())
            }
            FormOutcome::Submit(edit) => {
                EventReply::ask(Request::Submit(self.form_kind().clone(), edit, HandEditPolicy::Refuse))
            }
        }
    }
}

/// Returns the area in which a form is placed: all of a small terminal.
fn form_area(area: Rect) -> Rect {
    let body = Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(2), ..area };
    if area.height < 14 { area } else { body }
}

impl LayerOps for Form {
    fn context(&self, _env: &Env) -> KeyContext {
        KeyContext::Form
    }

    fn handle(&mut self, event: Event<'_>, env: &Env) -> EventReply {
        let context = env.form_context();
        let outcome = match event {
            // The form waits below for as long as the help is read; while it is being committed, nothing covers it.
            Event::Command(Command::Help) if self.is_saving() => FormOutcome::Stay,
            Event::Command(Command::Help) => return EventReply::ask(Request::Help(KeyContext::Form)),
            Event::Command(command) if !self.takes(command) => return EventReply::Ignored,
            Event::Command(command) => self.command(command, &context),
            Event::Key(key) => self.key(None, key, &context),
            Event::Paste(text) => self.paste(text, &context),
            Event::Click { at, .. } => match self.hit(form_area(env.area()), env.form_style(), at) {
                Some(hit @ (FormHit::Field(_) | FormHit::Choice(..))) => self.click(hit, &context),
                None => FormOutcome::Stay,
            },
            Event::Wheel { by, .. } => {
                let command = if by > 0 { Command::NextField } else { Command::PreviousField };
                self.command(command, &context)
            }
        };
        let reply = self.reply(outcome);
        match (event, reply) {
            (Event::Command(Command::Quit), EventReply::Handled(mut requests)) => {
                requests.push(Request::Effect(Effect::Quit));
                EventReply::Handled(requests)
            }
            (_, reply) => reply,
        }
    }

    fn outer(&self, env: &Env) -> Rect {
        self.place(form_area(env.area()), env.form_style()).0
    }

    fn draw(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) -> Option<Position> {
        self.render(painter.buffer(), form_area(area), env.form_style())
    }
}
