//! How keys, pastes, clicks and the wheel reach the layers, and what is done about their requests.

use crossterm::event::{KeyEvent, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::{Busy, Notice, State};
use crate::model::{MessageArg, short_commit};
use crate::ui::command::Command;
use crate::ui::keymap::{KeyContext, KeyMatch, keys_name};
use crate::ui::layer::{Event, EventReply, Layer, LayerOps, Request, Topic};
use crate::ui::tabs::tab_at;
use crate::ui::typing;
use crate::ui::{Effect, ViewDays};

/// Lines that the wheel moves at a time.
const WHEEL: isize = 3;

impl State {
    pub(super) fn key(&mut self, key: &KeyEvent) -> Vec<Effect> {
        let notice = self.notice.take();
        let is_failure = matches!(notice, Some(Notice::Failed(..)));
        self.to_confirm = match notice {
            Some(Notice::Confirm(_, commit)) => Some(commit),
            _ => None,
        };
        self.lists.stop_waiting();
        let context = self.context();
        match self.env.keymap.press(context, &mut self.pending, key) {
            KeyMatch::Command(Command::Quit) => self.run(context, Command::Quit, Some(key)),
            // The key that closes a message does nothing else.
            _ if is_failure => {
                self.pending.clear();
                Vec::new()
            }
            KeyMatch::Command(command) => self.run(context, command, Some(key)),
            KeyMatch::Pending => Vec::new(),
            KeyMatch::None if context.is_typing() => self.send(Event::Key(*key)).unwrap_or_default(),
            KeyMatch::None => Vec::new(),
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        if self.context().is_typing() { self.send(Event::Paste(text)).unwrap_or_default() } else { Vec::new() }
    }

    /// Runs a command: the first layer from the top that knows it, else the program. A key whose command a layer of
    /// text does not know is typed.
    pub(super) fn run(&mut self, context: KeyContext, command: Command, key: Option<&KeyEvent>) -> Vec<Effect> {
        if self.refuses(command) {
            return Vec::new();
        }
        if matches!(command, Command::Back | Command::Cancel) && self.work.busy.is_some_and(Busy::is_commit) {
            return vec![Effect::Cancel];
        }
        if command == Command::Open && self.layers.is_empty() && self.is_in_conflict() {
            return self.sync(Vec::new());
        }
        if let Some(effects) = self.send(Event::Command(command)) {
            return effects;
        }
        if context.is_typing()
            && let Some(key) = key.filter(|key| typing::request(key).is_some())
        {
            return self.send(Event::Key(*key)).unwrap_or_default();
        }
        self.command(context, command)
    }

    /// Sends an event down the layers until one handles it. A layer that takes text keeps it from those below, and
    /// handles no event of a layer above it: `q` in the help over a form closes the help.
    fn send(&mut self, event: Event<'_>) -> Option<Vec<Effect>> {
        let top = self.layers.len().saturating_sub(1);
        let is_typing = self.context().is_typing();
        for at in (0..self.layers.len()).rev() {
            let layer = self.layers.get_mut(at)?;
            if at < top && layer.ops().context(&self.env).is_typing() {
                return None;
            }
            if let EventReply::Handled(requests) = layer.ops_mut().handle(event, &self.env) {
                return Some(self.apply(Some(at), requests));
            }
            if is_typing {
                return None;
            }
        }
        match self.lists.handle(event, &self.env) {
            EventReply::Handled(requests) => Some(self.apply(None, requests)),
            EventReply::Ignored => None,
        }
    }

    /// Sends an event to the top layer alone.
    fn send_to_top(&mut self, event: Event<'_>) -> Vec<Effect> {
        let (at, reply) = match self.layers.len().checked_sub(1).and_then(|at| Some((at, self.layers.get_mut(at)?))) {
            Some((at, layer)) => (Some(at), layer.ops_mut().handle(event, &self.env)),
            None => (None, self.lists.handle(event, &self.env)),
        };
        match reply {
            EventReply::Handled(requests) => self.apply(at, requests),
            EventReply::Ignored => Vec::new(),
        }
    }

    /// Does what a layer asks for. `from` is its place in the stack; the list has none.
    fn apply(&mut self, from: Option<usize>, requests: Vec<Request>) -> Vec<Effect> {
        let mut effects = Vec::new();
        for request in requests {
            match request {
                Request::Close => self.close(from),
                Request::Open(layer) => self.layers.push(layer),
                Request::OpenPage(subject, line) => self.open_page(subject, line.as_ref()),
                Request::ShowScreen(screen) => self.show_screen(screen),
                Request::ShowRow(screen, target) => {
                    self.show_screen(screen);
                    self.lists.select(screen, &target, &self.env);
                }
                Request::Run(command) => {
                    self.remember_command(command);
                    effects.extend(self.run(self.context(), command, None));
                }
                Request::Help(context) => self.read(Topic::Help(context)),
                Request::Effect(effect) => {
                    match effect {
                        Effect::CommitHandEdit(_) | Effect::CloseReview { .. } => self.work.busy = Some(Busy::Saving),
                        Effect::CompareWith(_) => self.work.busy = Some(Busy::Reading),
                        Effect::PlanImport(_) => self.begin_import(),
                        _ => {}
                    }
                    effects.push(effect);
                }
                Request::Info(words) => self.inform(words),
                Request::Done(words) => self.notice = Some(Notice::Done(words)),
                Request::Arrange(screen, arrangement) => effects.extend(self.arrange(screen, arrangement)),
                Request::ShowView(view) => {
                    self.show_screen(view.screen);
                    self.lists.filter(view.screen, view.filter.into(), &self.env);
                    effects.extend(self.arrange(view.screen, view.arrangement));
                }
                Request::ViewAs(days) => effects.extend(self.view_as(days)),
                Request::ShowTheme(theme) => self.set_theme(*theme),
                Request::ChooseTheme(name) => self.choose_theme(name),
                Request::OpenForm(kind) => {
                    let draft = self.drafts.take(&kind);
                    effects.extend(self.open_form(kind, draft));
                }
                Request::KeepDraft(draft) => self.drafts.put(draft),
                Request::Submit(kind, edit, hand_edits) => effects.extend(self.submit(kind, edit, hand_edits)),
                Request::Commit(edit) => effects.extend(self.commit(edit)),
                Request::Resubmit(edit, hand_edits) => effects.extend(self.resubmit(edit, hand_edits)),
                Request::DropForm => self.layers.retain(|layer| !matches!(layer, Layer::Form(_))),
                Request::Sync(answers) => effects.extend(self.sync(answers)),
            }
        }
        effects
    }

    fn close(&mut self, from: Option<usize>) {
        if let Some(at) = from.filter(|at| *at < self.layers.len()) {
            self.layers.remove(at);
        }
    }

    fn view_as(&mut self, days: ViewDays) -> Option<Effect> {
        let day = days.as_of;
        // A branch may have moved since the records of its commit were read.
        let is_current = days.at.is_none() && self.env.data.past.is_none();
        if is_current && day == self.env.as_of && day == self.env.data.as_of {
            return None;
        }
        self.env.as_of = day;
        self.work.busy = Some(Busy::Reading);
        Some(Effect::ViewAs(days))
    }

    /// Refuses a command that changes records while those of a commit are shown, and says how to return. Returns
    /// whether it did.
    fn refuses(&mut self, command: Command) -> bool {
        let Some(past) = self.env.data.past.as_ref().filter(|_| command.changes_records()) else { return false };
        let keys = self.env.keymap.keys_of(KeyContext::Portfolio, Command::AsOf);
        let keys = keys.first().map(|keys| keys_name(&self.env.locale, keys)).unwrap_or_default();
        let commit = short_commit(&past.name).to_owned();
        let args = [("commit", MessageArg::Text(commit)), ("keys", MessageArg::Text(keys))];
        self.notice = Some(Notice::Info(self.env.locale.message("past-refused", &args)));
        true
    }

    /// A click at a cell; `twice` for the second one of a double click.
    pub(super) fn click(&mut self, at: Position, twice: bool) -> Vec<Effect> {
        let is_failure = matches!(self.notice.take(), Some(Notice::Failed(..)));
        self.pending.clear();
        self.lists.stop_waiting();
        if is_failure || !self.env.area().contains(at) {
            return Vec::new();
        }
        if let Some(layer) = self.top_box() {
            if !layer.ops().outer(&self.env).contains(at) {
                return self.leave_box();
            }
        } else if at.y == 0 {
            if let Some(screen) = tab_at(&self.env, self.lists.screen, at.x) {
                self.show_screen(screen);
            }
            return Vec::new();
        }
        self.send_to_top(Event::Click { at, twice })
    }

    /// A click beside a box does what the key does that leaves it.
    fn leave_box(&mut self) -> Vec<Effect> {
        let context = self.context();
        let command = match context {
            KeyContext::Syncing => Command::StopSync,
            _ if context.is_typing() => Command::Cancel,
            _ => Command::Back,
        };
        self.run(context, command, None)
    }

    /// The wheel moves what is under it; in a box, the box.
    pub(super) fn wheel(&mut self, mouse: &MouseEvent) -> Vec<Effect> {
        let by = match mouse.kind {
            MouseEventKind::ScrollDown => WHEEL,
            MouseEventKind::ScrollUp => -WHEEL,
            _ => return Vec::new(),
        };
        self.lists.stop_waiting();
        let at = Position::new(mouse.column, mouse.row);
        self.send_to_top(Event::Wheel { at, by })
    }
}
