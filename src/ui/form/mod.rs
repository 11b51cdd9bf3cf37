//! The forms of the four edits: obligation done, payment, signature, committee held.
//!
//! A form is pure state. It asks for the record's text, takes keys, and hands back the edit to commit;
//! whoever shows it performs that and says how it went.

mod check;
mod draw;
mod preview;
mod target;
mod words;

use std::collections::BTreeMap;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::field::{Field, Kind, Name};
use super::{Data, Effect};
use crate::edit::{self, ChangedLine, Edit, EditError};
use crate::locale::Locale;
use crate::model::{Date, Decision, Id, Portfolio, RecordRef};
use crate::rules::{Answers, Occurrence};
use check::Note;
use target::Target;

/// What a form writes down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// An obligation was met; of a tranche or a committee, the form that settles it.
    Done,
    /// Money came in.
    Pay,
    /// A convention was signed.
    Sign,
    /// A committee was held.
    Hold,
}

impl Verb {
    const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Pay => "pay",
            Self::Sign => "sign",
            Self::Hold => "hold",
        }
    }
}

/// What was selected when the form was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A startup: the form offers what the verb can be said of, the most urgent first.
    Startup(Id),
    /// A convention, likewise.
    Convention(Id),
    /// A contribution.
    Contribution {
        /// The convention.
        convention: Id,
        /// Its id there.
        contribution: String,
    },
    /// An occurrence of an obligation; [`Subject::occurrence`] makes it.
    Occurrence {
        /// The convention.
        convention: Id,
        /// The obligation, as [`Occurrence::obligation`] names it.
        obligation: String,
        /// The startups concerned.
        startups: Vec<Id>,
        /// The day, where known.
        due: Option<Date>,
    },
}

impl Subject {
    /// The occurrence as a subject: what tells it from others, whatever its state becomes.
    #[must_use]
    pub fn occurrence(occurrence: &Occurrence) -> Self {
        Self::Occurrence {
            convention: occurrence.convention.clone(),
            obligation: occurrence.obligation.clone(),
            startups: occurrence.startups.clone(),
            due: occurrence.due,
        }
    }
}

/// What a form was opened for. One draft is kept for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// What is to be written down.
    pub verb: Verb,
    /// About what.
    pub subject: Subject,
}

/// What a form looks at besides itself.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The records.
    pub portfolio: &'a Portfolio,
    /// What the rules say of them.
    pub answers: &'a Answers,
    /// The words.
    pub locale: &'a Locale,
    /// The day of the answers.
    pub as_of: Date,
    /// The real day, whatever the day of the answers: what is written down has just happened.
    pub today: Date,
}

impl<'a> Context<'a> {
    /// What the screen shows, and the real day.
    #[must_use]
    pub fn of(data: &'a Data, locale: &'a Locale, today: Date) -> Self {
        Self { portfolio: &data.portfolio, answers: &data.answers, locale, as_of: data.as_of, today }
    }
}

/// What a key led to.
#[derive(Clone, Debug, PartialEq)]
pub enum FormOutcome {
    /// The form goes on.
    Stay,
    /// The form goes on and needs something from outside.
    Ask(Effect),
    /// The form closes; it is to be kept as a draft where [`Form::is_touched`].
    Keep,
    /// The edit is to be committed. The form waits: [`Form::failed`], or it is dropped.
    Submit(Box<Edit>),
}

/// What the edit would change, as far as that is known.
#[derive(Clone, Debug)]
enum Preview {
    /// Some field is not right yet.
    Waiting,
    /// The text of the record is being read.
    Reading,
    /// It could not be read: why.
    NoText(String),
    /// The edit cannot be made, or not to this text.
    Impossible(EditError),
    /// The lines.
    Lines(Vec<ChangedLine>),
}

/// A form being filled in.
#[derive(Clone, Debug)]
pub struct Form {
    purpose: Purpose,
    verb: Verb,
    targets: Vec<Target>,
    fields: Vec<Field>,
    /// What is said beside each field, in their order.
    notes: Vec<Note>,
    focus: usize,
    /// The edit that the fields mean, once they are all right.
    edit: Option<Result<Edit, EditError>>,
    texts: BTreeMap<RecordRef, Result<String, String>>,
    /// The record whose text was asked for last.
    asked: Option<RecordRef>,
    preview: Preview,
    /// Why the last commit failed, and the way on.
    failure: Option<(String, String)>,
    saving: bool,
    /// Whether it took up a draft.
    resumed: bool,
}

impl Form {
    /// Opens a form for what was selected, with its defaults, and what it needs from outside.
    ///
    /// # Errors
    /// When there is nothing that the verb can be said of: why, in words for the status line.
    pub fn new(purpose: Purpose, context: &Context<'_>) -> Result<(Self, Vec<Effect>), String> {
        let (verb, targets) = target::targets(&purpose, context)?;
        let fields = fields(verb, &targets, context.locale);
        let mut form = Self {
            purpose,
            verb,
            targets,
            notes: vec![Note::Silent; fields.len()],
            fields,
            focus: 0,
            edit: None,
            texts: BTreeMap::new(),
            asked: None,
            preview: Preview::Waiting,
            failure: None,
            saving: false,
            resumed: false,
        };
        let effects = form.check(context).into_iter().collect();
        Ok((form, effects))
    }

    /// Whether there is something that the verb could be said of; cheap enough for every frame. [`Form::new`] looks
    /// closer and may still find that all is done.
    #[must_use]
    pub fn is_possible(purpose: &Purpose, portfolio: &Portfolio) -> bool {
        target::is_possible(purpose, portfolio)
    }

    /// Opens a form again from its draft: what was typed stands there, the rest is as of now. Also when the records
    /// changed under an open form.
    ///
    /// # Errors
    /// As [`Form::new`].
    pub fn reopen(draft: &Self, context: &Context<'_>) -> Result<(Self, Vec<Effect>), String> {
        let (mut form, _) = Self::new(draft.purpose.clone(), context)?;
        let aim = draft.target().map(|target| &target.aim);
        for field in &mut form.fields {
            let Some(old) = draft.field(field.name).filter(|old| old.touched) else { continue };
            field.take_over(old);
            let same = match field.name {
                Name::Target => form.targets.iter().position(|target| Some(&target.aim) == aim),
                Name::Decision => Some(old.chosen()),
                _ => None,
            };
            if let Some(same) = same {
                field.choose(same);
            }
        }
        form.focus = draft.focus.min(form.fields.len().saturating_sub(1));
        form.failure.clone_from(&draft.failure);
        form.saving = draft.saving;
        form.resumed = draft.is_touched();
        // What opening asked for is not handed on: the draft may be about another record.
        form.asked = None;
        let effects = form.check(context).into_iter().collect();
        Ok((form, effects))
    }

    /// What it was opened for.
    #[must_use]
    pub const fn purpose(&self) -> &Purpose {
        &self.purpose
    }

    /// Whether the user put anything into it.
    #[must_use]
    pub fn is_touched(&self) -> bool {
        self.fields.iter().any(|field| field.touched)
    }

    /// Takes a key.
    pub fn key(&mut self, key: KeyEvent, context: &Context<'_>) -> FormOutcome {
        if key.kind == KeyEventKind::Release {
            return FormOutcome::Stay;
        }
        let control = key.modifiers.contains(KeyModifiers::CONTROL) && !key.modifiers.contains(KeyModifiers::ALT);
        let last = self.focus + 1 >= self.fields.len();
        match key.code {
            KeyCode::Esc => return FormOutcome::Keep,
            // What is being committed is not changed meanwhile, nor committed twice.
            _ if self.saving => {}
            KeyCode::Char('s') if control => return self.commit(context),
            KeyCode::Enter if last => return self.commit(context),
            KeyCode::Char('n') if control => return self.anew(context),
            KeyCode::Enter | KeyCode::Tab | KeyCode::Down => self.go(1),
            KeyCode::BackTab | KeyCode::Up => self.go(-1),
            _ => {
                if let Some(field) = self.fields.get_mut(self.focus) {
                    field.key(key);
                }
            }
        }
        self.checked(context)
    }

    /// Takes a pasted text into the field that has the keys.
    pub fn paste(&mut self, text: &str, context: &Context<'_>) -> FormOutcome {
        if let Some(field) = self.fields.get_mut(self.focus).filter(|_| !self.saving) {
            field.paste(text);
        }
        self.checked(context)
    }

    /// Takes a record's text, or why there is none, in words.
    pub fn text_arrived(&mut self, record: &RecordRef, text: Result<String, String>) {
        self.texts.insert(record.clone(), text);
        self.look_ahead();
    }

    /// The commit failed: the form stays as it is and says why.
    pub fn failed(&mut self, what: String, remedy: String) {
        self.saving = false;
        self.failure = Some((what, remedy));
    }

    fn target(&self) -> Option<&Target> {
        let chosen = self.field(Name::Target).map_or(0, Field::chosen);
        self.targets.get(chosen)
    }

    fn field(&self, name: Name) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    fn go(&mut self, by: isize) {
        let count = self.fields.len().max(1).cast_signed();
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.leave();
        }
        self.focus = (self.focus.cast_signed() + by).rem_euclid(count).cast_unsigned();
    }

    fn anew(&mut self, context: &Context<'_>) -> FormOutcome {
        let Ok((mut form, effects)) = Self::new(self.purpose.clone(), context) else { return FormOutcome::Stay };
        form.texts = std::mem::take(&mut self.texts);
        form.asked = self.asked.take();
        *self = form;
        self.look_ahead();
        effects.into_iter().next().map_or(FormOutcome::Stay, FormOutcome::Ask)
    }

    fn commit(&mut self, context: &Context<'_>) -> FormOutcome {
        let ask = self.check(context);
        if let Some(wrong) = self.notes.iter().position(|note| matches!(note, Note::Wrong(_))) {
            self.focus = wrong;
            return ask.map_or(FormOutcome::Stay, FormOutcome::Ask);
        }
        match &self.edit {
            Some(Ok(edit)) => {
                self.saving = true;
                self.failure = None;
                FormOutcome::Submit(Box::new(edit.clone()))
            }
            _ => FormOutcome::Stay,
        }
    }

    fn checked(&mut self, context: &Context<'_>) -> FormOutcome {
        self.check(context).map_or(FormOutcome::Stay, FormOutcome::Ask)
    }

    /// Reads the fields anew: defaults, notes, the edit, its lines. The effect is a text that is needed for them.
    fn check(&mut self, context: &Context<'_>) -> Option<Effect> {
        check::fill_defaults(self, context);
        let (values, mut notes) = check::read(self, context);
        let right = !notes.iter().any(|note| matches!(note, Note::Wrong(_)));
        let intention = check::intention(self, values).filter(|_| right);
        self.edit = intention.map(|intention| edit::edit(context.portfolio, &[intention], context.today));
        match &self.edit {
            Some(Err(error)) => check::blame(self, &mut notes, error, context),
            Some(Ok(edit)) => check::remark(self, &mut notes, edit, context),
            None => {}
        }
        self.notes = notes;
        self.look_ahead();
        match (&self.edit, &self.preview) {
            (Some(Ok(edit)), Preview::Reading) => {
                let record = edit.records().next().filter(|record| self.asked.as_ref() != Some(*record))?.clone();
                self.asked = Some(record.clone());
                Some(Effect::ReadText(record))
            }
            _ => None,
        }
    }

    fn look_ahead(&mut self) {
        self.preview = match &self.edit {
            None => Preview::Waiting,
            Some(Err(error)) => Preview::Impossible(error.clone()),
            Some(Ok(edit)) => match edit.changes.first().map(|change| (change, self.texts.get(&change.record))) {
                None | Some((_, None)) => Preview::Reading,
                Some((_, Some(Err(why)))) => Preview::NoText(why.clone()),
                Some((change, Some(Ok(text)))) => match edit::apply(text, change) {
                    Ok(after) => Preview::Lines(edit::changed_lines(text, &after)),
                    Err(error) => Preview::Impossible(error),
                },
            },
        };
    }
}

fn fields(verb: Verb, targets: &[Target], locale: &Locale) -> Vec<Field> {
    let mut fields = Vec::new();
    if targets.len() > 1 {
        let options = targets.iter().map(|target| target.label.clone()).collect();
        fields.push(Field::new(Name::Target, Kind::Choice(options)));
    }
    let decisions = || {
        let none = std::iter::once("form-decision-none".to_owned());
        let keys = none.chain(Decision::ALL.map(|decision| format!("decision-{}", decision.name())));
        keys.map(|key| locale.text(&key)).collect()
    };
    let rest = match verb {
        Verb::Done => vec![(Name::On, Kind::Date), (Name::Evidence, Kind::Text)],
        Verb::Pay => vec![(Name::Amount, Kind::Amount), (Name::On, Kind::Date), (Name::Reference, Kind::Text)],
        Verb::Sign => vec![(Name::On, Kind::Date)],
        Verb::Hold => vec![
            (Name::On, Kind::Date),
            (Name::Decision, Kind::Choice(decisions())),
            (Name::Envelope, Kind::Amount),
            (Name::Until, Kind::Date),
        ],
    };
    fields.extend(rest.into_iter().map(|(name, kind)| Field::new(name, kind)));
    fields
}
