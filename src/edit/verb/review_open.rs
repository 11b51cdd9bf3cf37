//! `review open`: a review with its agenda.

use chrono::Timelike;

use super::decision::{AttendeeSpec, check_attendees};
use super::interface::{Declared, VerbImpl};
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentDefault, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::EditContext;
use crate::edit::error::EditError;
use crate::edit::fields::{self, FieldKind};
use crate::edit::template::RecordTemplate;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Date, Id, MessageArg, RecordKind, RecordRef, ReviewKind, Time};
use crate::record::Item;

/// Opens a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewOpenVerb {
    /// Its day, or its day and a name.
    pub id: Id,
    pub kind: ReviewKind,
    pub on: Date,
    pub start: Option<Time>,
    /// The id of a person, or any text.
    pub chair: Option<String>,
    /// The id of a person, or any text.
    pub secretary: Option<String>,
    pub place: Option<String>,
    /// The minutes for each startup; those of its kind if `None`.
    pub minutes_each: Option<u32>,
    pub members: Vec<AttendeeSpec>,
    pub papers_sent: Option<Date>,
    /// The parties that get the minutes.
    pub distribution: Vec<Id>,
    /// The agenda.
    pub startups: Vec<Id>,
}

impl ReviewOpenVerb {
    /// Returns the verb with an id, a kind, a day, a time, and an agenda; everything else is absent.
    #[must_use]
    pub fn new(id: Id, (kind, on): (ReviewKind, Date), start: Option<Time>, startups: Vec<Id>) -> Self {
        Self {
            id,
            kind,
            on,
            // The minute is enough.
            start: start.and_then(|time| time.with_second(0)),
            chair: None,
            secretary: None,
            place: None,
            minutes_each: None,
            members: Vec::new(),
            papers_sent: None,
            distribution: Vec::new(),
            startups,
        }
    }
}

const KIND: ArgumentKind =
    ArgumentKind::Word { names: || ReviewKind::ALL.map(ReviewKind::name).to_vec(), prefix: "review-kind" };

impl Declared for ReviewOpenVerb {
    const DECLARATION: Declaration = Declaration {
        name: "review-open",
        aliases: &[],
        subject: VerbSubject::NewReview,
        keys: &[],
        arguments: &[
            Argument::option("on", ArgumentKind::Day, "DATE", "Day of the review, today by default")
                .at(1)
                .or(ArgumentDefault::Today),
            Argument::option("name", ArgumentKind::Id, "NAME", "Name, if there are several on one day"),
            Argument::option("kind", KIND, "KIND", "Kind, committee by default"),
            Argument::option("startup", ArgumentKind::Id, "STARTUP", "Startup on the agenda; repeatable").repeated(),
            Argument::option("start", ArgumentKind::Text, "TIME", "Time at which it starts: 14:00"),
            Argument::option("chair", ArgumentKind::Text, "NAME", "Person who presides"),
            Argument::option("secretary", ArgumentKind::Text, "NAME", "Person who takes the minutes"),
            Argument::option("place", ArgumentKind::Text, "TEXT", "Room, or address of a video conference"),
            Argument::option(
                "minutes-each",
                ArgumentKind::Whole(1, 1440),
                "N",
                "Minutes for each startup: 50 for a committee, 3 for a portfolio by default",
            ),
            Argument::option("member", ArgumentKind::Text, "NAME", "Person, or NAME/PARTY/CAPACITY; repeatable")
                .repeated(),
            Argument::option("papers-sent", ArgumentKind::PastDay, "DATE", "Day on which the papers were sent"),
            Argument::option("distribution", ArgumentKind::Id, "PARTY", "Party that gets the minutes; repeatable")
                .repeated(),
        ],
        about: "Open a review: a meeting about several startups",
        examples: "\
Examples:
  couveuse review open
  couveuse review open 20/11/2026 --chair lead-a --member 'M. Petit/pau/DSI'
  couveuse review open --kind portfolio --name lyon --startup comobi --startup histologe

Without --startup, the agenda has the startups whose committee is planned for that day; if there
are none, all active ones, in the order of Today.",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        let kind = values.text("kind");
        let kind = kind
            .map_or(Some(ReviewKind::Committee), |name| ReviewKind::ALL.into_iter().find(|kind| kind.name() == name));
        let start = values.text("start").map(|typed| match fields::value(&FieldKind::Time, &typed) {
            Ok(Item::Time(start)) => Some(start),
            _ => None,
        });
        Some(Self {
            id: values.id("id")?,
            kind: kind?,
            on: values.date("on")?,
            start: match start {
                Some(start) => Some(start?),
                None => None,
            },
            chair: values.text("chair"),
            secretary: values.text("secretary"),
            place: values.text("place"),
            minutes_each: values.whole("minutes-each"),
            members: values.words("member").iter().map(|text| AttendeeSpec::parse(text)).collect(),
            papers_sent: values.date("papers-sent"),
            distribution: values.ids("distribution"),
            startups: values.ids("startup"),
        })
    }
}

impl VerbImpl for ReviewOpenVerb {
    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn creates(&self) -> Option<RecordRef> {
        Some(RecordRef::new(RecordKind::Review, self.id.clone()))
    }

    fn tidy(&mut self) {
        for text in [&mut self.chair, &mut self.secretary, &mut self.place] {
            toml_entry::some_line(text);
        }
        let mut known = Vec::new();
        self.startups.retain(|startup| {
            let is_new = !known.contains(startup);
            known.push(startup.clone());
            is_new
        });
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let record = RecordRef::new(RecordKind::Review, self.id.clone());
        context.absent(&record)?;
        self.startups.iter().try_for_each(|startup| context.known(RecordKind::Startup, startup))?;
        self.distribution.iter().try_for_each(|party| context.known(RecordKind::Party, party))?;
        check_attendees(&self.members, context)?;
        let facts =
            [("review", MessageArg::Text(self.id.to_string())), ("count", MessageArg::count(self.startups.len()))];
        let summary = CommitSummary::new(record, context.text("commit-review-open", &facts));
        Ok(self.startups.iter().fold(summary, |summary, startup| summary.line(startup.to_string())))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.is_new(RecordKind::Review)?;
        let members: Vec<Item> = self.members.iter().map(AttendeeSpec::item).collect();
        let minutes = self.minutes_each.unwrap_or_else(|| self.kind.usual_minutes());
        let keys = EntryBuilder::default()
            .with("kind", self.kind.name())
            .with("on", self.on)
            .maybe("start", self.start)
            .maybe("chair", self.chair.clone())
            .maybe("secretary", self.secretary.clone())
            .maybe("place", self.place.clone())
            .with("minutes_each", i64::from(minutes))
            .list("members", &members)
            .maybe("papers_sent", self.papers_sent)
            .list("distribution", &self.distribution);
        let page = RecordTemplate::of(RecordKind::Review).keys(keys);
        let page = self.startups.iter().zip(1_i64..).fold(page, |page, (startup, no)| {
            page.entry("agenda", EntryBuilder::default().with("startup", startup.clone()).with("no", no))
        });
        Ok(page.text())
    }
}
