//! The commands that concern the whole program rather than one layer.

use std::sync::Arc;

use super::{Busy, Notice, State};
use crate::model::{Location, MessageArg, PathStep, RecordKind, RecordRef, Statistics};
use crate::report::{sanitize, sanitize_lines};
use crate::rules::{self, Occurrence, OccurrenceState};
use crate::ui::arrangement::Arrangement;
use crate::ui::command::Command;
use crate::ui::form::{CANCELS_COMMITTEE, Verb};
use crate::ui::keymap::{KeyContext, keys_name};
use crate::ui::layer::{
    AsOfPrompt, Explained, ImportPrompt, Layer, LayerOps, PickerKind, PickerLayer, ThemePicker, Topic, ViewPicker,
    palette_actions,
};
use crate::ui::screen::Screen;
use crate::ui::target::Target;
use crate::ui::{Background, CopyContent, Effect};

/// The number of recently picked commands that come first in the palette.
const RECENT: usize = 5;

impl State {
    /// Runs a command that no layer has handled. `context` is where it was asked for.
    pub(super) fn command(&mut self, context: KeyContext, command: Command) -> Vec<Effect> {
        if let Some(verb) = command.verb() {
            return self.form(verb);
        }
        match command {
            Command::BackOrQuit if self.has_way_back() => return self.run(context, Command::Back, None),
            Command::BackOrQuit | Command::Quit => return vec![Effect::Quit],
            Command::CancelCommittee => return self.cancel_committee(),
            Command::Undo => return self.work_on(Busy::Undoing, Effect::Undo(None)),
            Command::UndoThis => return self.undo_this(),
            Command::Redo => return self.work_on(Busy::Redoing, Effect::Redo),
            Command::Sync => return self.sync(Vec::new()),
            Command::Draft => return self.resume_draft(),
            Command::Edit => return self.place().map(Effect::OpenEditor).into_iter().collect(),
            Command::ShowHandEdit => return self.dirty_record().map(Effect::ReadHandEdit).into_iter().collect(),
            Command::Reload => return self.work_on(Busy::Reading, Effect::Reload),
            Command::OtherLanguage => return self.set_language(self.env.locale.language.other()),
            Command::CopyRow => return self.copy_row(),
            Command::CopyFigure => return self.copy_figure(),
            Command::CopyAddress => return self.copy_address(),
            Command::CopyLetter => return self.copy_letter(),
            Command::OpenEvidence => return self.open_evidence(),
            Command::Mouse => return self.switch_mouse(),
            Command::SkipStep => self.skip_step(),
            Command::EndTour => self.end_tour(),
            Command::Suspend => return vec![Effect::Suspend],
            Command::Explain => {
                let ctx = self.env.render_context();
                let figures = self.reader().explains().cloned();
                let explained = match (figures, self.target()) {
                    (Some((record, figures)), _) => Some(Explained::of_figures(&ctx, record, figures)),
                    (None, target) => target.map(|target| Explained::new(&ctx, target)),
                };
                if let Some(explained) = explained {
                    self.read(Topic::Explain(Box::new(explained)));
                }
            }
            Command::Since => self.next_since(),
            Command::Cash => self.read(Topic::Cash),
            Command::Budget => self.read(Topic::Budget),
            Command::Configuration => self.read(Topic::Configuration(Arc::clone(&self.env.config))),
            Command::Help => self.read(Topic::Help(context)),
            Command::AsOf => self.layers.push(Layer::AsOf(AsOfPrompt::default())),
            Command::Themes => self.layers.push(Layer::Themes(ThemePicker::new(&self.env))),
            Command::Import => self.layers.push(Layer::Import(ImportPrompt::default())),
            Command::Views => self.layers.push(Layer::Views(ViewPicker::new(&self.env))),
            Command::Papers => return self.open_papers(),
            Command::Review => self.open_review(),
            Command::Palette => self.open_picker(PickerKind::Palette, context),
            Command::Finder => self.open_picker(PickerKind::Finder, context),
            _ => {}
        }
        Vec::new()
    }

    fn work_on(&mut self, busy: Busy, effect: Effect) -> Vec<Effect> {
        self.work.busy = Some(busy);
        vec![effect]
    }

    /// Opens the palette or the finder over a context.
    fn open_picker(&mut self, kind: PickerKind, below: KeyContext) {
        let recent: &[Command] = if kind == PickerKind::Palette { &self.recent } else { &[] };
        let actions = palette_actions(&self.env, below, recent, |command| self.is_useful(command));
        let picker = PickerLayer::new(&self.env, kind, below, actions);
        self.layers.push(Layer::Picker(Box::new(picker)));
    }

    pub(super) fn remember_command(&mut self, command: Command) {
        self.recent.retain(|recent| *recent != command);
        self.recent.insert(0, command);
        self.recent.truncate(RECENT);
    }

    /// Returns whether a command would do something now.
    pub(in crate::ui) fn is_useful(&self, command: Command) -> bool {
        if self.env.data.past.is_some() && command.changes_records() {
            return false;
        }
        if let Some(is_useful) = self.top().is_useful(command, &self.env) {
            return is_useful;
        }
        if let Some(verb) = command.verb() {
            return self.allows(verb);
        }
        match command {
            Command::Review => self.reviewing().is_none(),
            Command::SkipStep | Command::EndTour => self.tour().is_some(),
            Command::UndoThis => self.can_undo_this(),
            Command::CancelCommittee => self.allows(CANCELS_COMMITTEE),
            Command::Draft => self.drafts.has_any(),
            Command::Open | Command::Follow | Command::Explain | Command::Edit => self.target().is_some(),
            Command::ShowHandEdit => self.dirty_record().is_some(),
            Command::BackOrQuit => !self.has_way_back(),
            Command::Back => self.has_way_back(),
            _ => self.lists.is_useful(command, &self.env).unwrap_or(true),
        }
    }

    /// Returns whether a verb has something to record about the selection.
    pub(super) fn allows(&self, verb: Verb) -> bool {
        self.verbs.allowed.contains(&verb)
    }

    /// Returns whether there is something to go back from.
    fn has_way_back(&self) -> bool {
        !self.layers.is_empty() || self.lists.is_useful(Command::Back, &self.env) == Some(true)
    }

    /// Returns where the selection is recorded; for a startup with broken records, where they are broken.
    fn place(&self) -> Option<Location> {
        let target = self.target()?;
        let broken = match &target {
            Target::Startup(id) => self.env.render_context().broken_startup(id),
            _ => None,
        };
        Some(broken.map_or_else(|| target.place(), |diagnostic| diagnostic.finding.place.clone()))
    }

    /// Returns whether git left both versions of the selected record in its file. Then neither is read, and opening the
    /// record asks which values to keep.
    pub(super) fn is_in_conflict(&self) -> bool {
        if matches!(self.target(), None | Some(Target::Commit { .. })) {
            return false;
        }
        let place = self.place();
        place.as_ref().and_then(Location::record).is_some_and(|record| self.env.render_context().is_in_conflict(record))
    }

    /// Returns the selected record, if it has uncommitted changes.
    fn dirty_record(&self) -> Option<RecordRef> {
        self.place()?.record().filter(|record| self.env.data.dirty.contains(record)).cloned()
    }

    /// Takes the mouse, or leaves it to the terminal, whose own selection then works.
    fn switch_mouse(&mut self) -> Vec<Effect> {
        self.mouse = !self.mouse;
        self.choices.mouse = Some(self.mouse);
        let key = if self.mouse { "mouse-ours" } else { "mouse-theirs" };
        self.notice = Some(Notice::Done(self.env.locale.text(key)));
        vec![Effect::SetMouse(self.mouse)]
    }

    pub(super) fn arrange(&mut self, screen: Screen, arrangement: Arrangement) -> Option<Effect> {
        let before = self.lists.arrangements.of(screen);
        let same_rows = before.sort == arrangement.sort && before.group == arrangement.group;
        self.lists.arrangements.set(screen, arrangement.clone());
        (!same_rows).then_some(Effect::Arrange(screen, arrangement))
    }

    pub(super) fn choose_theme(&mut self, name: String) {
        self.env.theme_name.clone_from(&name);
        self.choices.theme = Some(name);
    }

    /// The terminal has reported its background, now or in an earlier run.
    pub(super) fn background(&mut self, background: Background) {
        self.env.background = Some(background);
        if self.env.theme_name == crate::ui::AUTO {
            self.set_theme(self.env.theme_of_background());
        }
    }

    /// Says that the configuration has problems, and the key that shows them.
    pub(super) fn config_problems(&self) -> Option<Notice> {
        let problems = self.env.config.problems.len();
        let keys = self.env.keymap.keys_of(KeyContext::Portfolio, Command::Configuration);
        let keys = keys.first().map_or_else(|| ":".to_owned(), |keys| keys_name(&self.env.locale, keys));
        let args = [("count", MessageArg::count(problems)), ("keys", MessageArg::Text(keys))];
        (problems > 0).then(|| Notice::Info(self.env.locale.message("configuration-problems", &args)))
    }

    /// Copies the marked rows, or the selected one: a line for each, with tabs between its columns.
    fn copy_row(&mut self) -> Vec<Effect> {
        let rows = self.reader().text_to_copy(&self.env);
        let row = |cells: &Vec<String>| cells.iter().map(|cell| sanitize(cell)).collect::<Vec<_>>().join("\t");
        let rows: Vec<String> = rows.iter().map(row).collect();
        self.copy(Some(rows.join("\n")).filter(|text| !text.trim().is_empty()))
    }

    /// Copies their figures.
    fn copy_figure(&mut self) -> Vec<Effect> {
        let figures = self.reader().figures(&self.env).into_iter();
        let figures: Vec<String> = figures.map(|figure| figure.words(&self.env.locale)).collect();
        self.copy(Some(figures.join("\n")).filter(|text| !text.is_empty()))
    }

    /// Copies the address of the evidence or of the startup, else the file and line of the record.
    fn copy_address(&mut self) -> Vec<Effect> {
        match (self.address().filter(|address| address.contains("://")), self.place()) {
            (Some(address), _) => self.copy(Some(sanitize(&address).into_owned())),
            (None, Some(place)) => vec![Effect::Copy(CopyContent::Location(place))],
            (None, None) => self.copy(None),
        }
    }

    /// Copies the letters that remind of what is late among the marked rows, or the selected one.
    fn copy_letter(&mut self) -> Vec<Effect> {
        let (portfolio, as_of) = (&self.env.data.portfolio, self.env.data.as_of);
        let of = |target: Target| match target {
            Target::Occurrence(occurrence) => vec![*occurrence],
            Target::Startup(id) => rules::startup_occurrences(portfolio, &id, as_of),
            Target::Convention(id) => rules::convention_occurrences(portfolio, &id, as_of),
            _ => Vec::new(),
        };
        let mut late: Vec<Occurrence> = self.targets().into_iter().flat_map(of).collect();
        late.retain(|one| one.state == OccurrenceState::Late && !one.debtors.is_empty());
        if late.is_empty() {
            return self.copy(None);
        }
        vec![Effect::Copy(CopyContent::Letters(late))]
    }

    fn copy(&mut self, text: Option<String>) -> Vec<Effect> {
        if let Some(text) = text {
            return vec![Effect::Copy(CopyContent::Text(sanitize_lines(&text)))];
        }
        self.notice = Some(Notice::Info(self.env.locale.text("copied-nothing")));
        Vec::new()
    }

    /// Shows what was copied.
    pub(super) fn copied(&mut self, text: &str) {
        let lines = text.lines().count();
        let words = if lines > 1 {
            self.env.render_context().count("copied-lines", lines)
        } else {
            format!("{} {}", self.env.locale.text("copied"), sanitize(&text.replace('\t', " · ")))
        };
        self.notice = Some(Notice::Done(words));
    }

    /// Opens the evidence or the address of what is selected.
    fn open_evidence(&mut self) -> Vec<Effect> {
        if let Some(text) = self.address() {
            return vec![Effect::OpenAddress(text)];
        }
        self.notice = Some(Notice::Info(self.env.locale.text("address-nothing")));
        Vec::new()
    }

    /// Returns the evidence of an obligation or a condition, the address of a line, or that of the startup.
    fn address(&self) -> Option<String> {
        let startups = &self.env.data.portfolio.startups;
        match self.target()? {
            Target::Startup(id) => {
                let startup = startups.get(&id)?;
                startup.site.clone().or_else(|| startup.repository.clone())
            }
            Target::Occurrence(occurrence) => {
                occurrence.done.and_then(|(_, evidence)| evidence).map(|text| text.to_string())
            }
            Target::Fact(Location::Value(record, path)) if record.kind == RecordKind::Startup => {
                let startup = startups.get(&record.id)?;
                match path.as_slice() {
                    [PathStep::Key(key)] if key == "site" => startup.site.clone(),
                    [PathStep::Key(key)] if key == "repository" => startup.repository.clone(),
                    [PathStep::Key(key)] if key == "statistics" => match &startup.statistics {
                        Some(Statistics::At(address)) => Some(address.clone()),
                        _ => None,
                    },
                    [PathStep::Key(list), PathStep::Index(n)] if list == "conditions" => {
                        startup.conditions.get(*n)?.evidence.clone()
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }
}
