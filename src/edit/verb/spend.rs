//! `spend`: an expenditure, with the days of its stages so far.

use super::interface::{Declared, VerbImpl, says};
use crate::edit::arguments::ArgumentValues;
use crate::edit::chronology::Chronology;
use crate::edit::commit_summary::{CommitSummary, owner, owner_of, short};
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, above_zero, not_before, present};
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Date, Expenditure, Id, MessageArg, Money, RecordKind, RecordRef, entry_id};

const YEAR: ArgumentKind = ArgumentKind::Whole(1900, 2999);

/// Money was spent, or was committed to be spent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpendVerb {
    pub convention: Id,
    pub line: Expenditure,
}

impl Declared for SpendVerb {
    const DECLARATION: Declaration = Declaration {
        name: "spend",
        aliases: &["add-expenditure"],
        subject: VerbSubject::Convention,
        keys: &["a d"],
        arguments: &[
            Argument::option("what", ArgumentKind::Text, "WHAT", "What for").at(2).required(),
            Argument::option("amount", ArgumentKind::Amount, "AMOUNT", "Amount in euros").at(1).required(),
            Argument::option(
                "paid",
                ArgumentKind::PastDay,
                "DATE",
                "Day of the payment (CP), today if no day is given",
            ),
            Argument::option("done", ArgumentKind::PastDay, "DATE", "Day on which the service was done (service fait)"),
            Argument::option("committed", ArgumentKind::PastDay, "DATE", "Day of the commitment (AE)"),
            Argument::option("by", ArgumentKind::Id, "PARTY", "Party that spends, the payee by default"),
            Argument::option("contribution", ArgumentKind::Text, "ID", "Contribution that it is charged to"),
            Argument::option("supplier", ArgumentKind::Text, "NAME", "Who was paid"),
            Argument::option("nature", ArgumentKind::Text, "NATURE", "Nature of the expense, such as development"),
            Argument::option(
                "order",
                ArgumentKind::Text,
                "NUMBER",
                "Number of the purchase order (engagement juridique)",
            ),
            Argument::option(
                "request",
                ArgumentKind::Text,
                "NUMBER",
                "Number of the payment request (demande de paiement)",
            ),
            Argument::option("reference", ArgumentKind::Text, "TEXT", "Number of the invoice"),
            Argument::option("startup", ArgumentKind::Id, "STARTUP", "Startup that it serves, under a framework"),
            Argument::option("budget-year", YEAR, "YEAR", "Budget year, if other than that of its days"),
        ],
        about: "Record an expenditure",
        examples: "\
Examples:
  couveuse spend histologe-pau-anct 1200 'Coaching de décembre'                   paid today
  couveuse spend histologe-pau-anct 9800,50 Développement --committed 1/12/2020
  couveuse spend comobi-ademe-anct 4000 Déploiement --by dinum --contribution ademe --paid hier
  couveuse spend histologe-pau-anct 9800 Développement --supplier 'Société A' --order 1400012345",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        let line = Expenditure {
            what: Some(values.text("what")?),
            by: values.id("by"),
            contribution: values.text("contribution"),
            startup: values.id("startup"),
            supplier: values.text("supplier"),
            nature: values.text("nature"),
            order: values.text("order"),
            request: values.text("request"),
            budget_year: values.whole("budget-year").and_then(|year| i32::try_from(year).ok()),
            committed: values.date("committed"),
            done: values.date("done"),
            paid: values.date("paid"),
            reference: values.text("reference"),
            ..Expenditure::new(values.amount("amount")?)
        };
        Some(Self { convention: values.id("convention")?, line })
    }
}

impl VerbImpl for SpendVerb {
    fn on(&self) -> Option<Date> {
        self.line.paid.or(self.line.done).or(self.line.committed)
    }

    fn tidy(&mut self) {
        let Expenditure { what, contribution, supplier, nature, order, request, reference, .. } = &mut self.line;
        [what, contribution, supplier, nature, order, request, reference].into_iter().for_each(toml_entry::some_line);
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let line = &self.line;
        let is_this = |spent: &Expenditure| {
            LineIdentity::of(spent) == LineIdentity::of(line)
                && says(line.by.as_ref(), spent.by.as_ref())
                && says(line.contribution.as_ref(), spent.contribution.as_ref())
                && says(line.startup.as_ref(), spent.startup.as_ref())
                && says(line.supplier.as_ref(), spent.supplier.as_ref())
                && says(line.nature.as_ref(), spent.nature.as_ref())
                && says(line.budget_year.as_ref(), spent.budget_year.as_ref())
        };
        let is_there = context.convention(&self.convention).ok()?.expenditure.iter().any(is_this);
        is_there.then(|| RecordRef::new(RecordKind::Convention, self.convention.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let (convention, line) = (context.convention(&self.convention)?, &self.line);
        present("what", self.what())?;
        above_zero(line.amount)?;
        line.by.as_ref().map_or(Ok(()), |by| context.known(RecordKind::Party, by))?;
        line.startup.as_ref().map_or(Ok(()), |startup| context.known(RecordKind::Startup, startup))?;
        let charged = line.contribution.as_deref().map(|id| context.contribution(convention, id)).transpose()?;
        self.follows_its_order(context)?;
        if convention.expenditure.iter().any(|spent| LineIdentity::of(spent) == LineIdentity::of(line)) {
            return Err(EditError::AlreadyThere(self.what().to_owned()));
        }
        let owner = charged.map_or_else(|| owner(convention), |one| owner_of(one, convention));
        let facts = [
            ("owner", MessageArg::Text(owner)),
            ("amount", MessageArg::Text(context.amount(line.amount))),
            ("what", MessageArg::Text(short(self.what()))),
            ("convention", MessageArg::Text(convention.id.to_string())),
            ("article", MessageArg::Text(String::new())),
        ];
        let key = if line.done.or(line.paid).is_some() { "commit-spend" } else { "commit-spend-committed" };
        let record = RecordRef::new(RecordKind::Convention, convention.id.clone());
        let mut summary = CommitSummary::new(record, context.text(key, &facts)).whole(self.what());
        summary = summary.line(context.text("commit-under", &facts));
        let stages =
            [("commit-committed", line.committed), ("commit-service-done", line.done), ("commit-paid", line.paid)];
        for (key, day) in stages {
            summary = summary.maybe(context, key, "on", day.map(|day| MessageArg::Text(context.day(day))));
        }
        let by = line.by.as_ref().map(|by| MessageArg::Text(by.to_string()));
        summary = summary.maybe(context, "commit-by", "by", by);
        summary =
            summary.maybe(context, "commit-charged", "contribution", line.contribution.clone().map(MessageArg::Text));
        let details = [
            ("commit-supplier", &line.supplier),
            ("commit-nature", &line.nature),
            ("commit-order", &line.order),
            ("commit-request", &line.request),
            ("commit-for-startup", &line.startup.as_ref().map(ToString::to_string)),
            ("commit-budget-year", &line.budget_year.map(|year| year.to_string())),
        ];
        for (key, text) in details {
            summary = summary.maybe(context, key, "text", text.clone().map(MessageArg::Text));
        }
        Ok(summary.reference(context, line.reference.as_deref()))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let (line, there) = (&self.line, toml_entry::entries(table, "expenditure"));
            if there.iter().any(|entry| LineIdentity::read(entry) == Some(LineIdentity::of(line))) {
                return Err(EditError::AlreadyThere(self.what().to_owned()));
            }
            if let Some(contribution) = &line.contribution {
                context.check_still_there(table, "contributions", contribution, &line.amount.into())?;
            }
            let id = self.on().map(|on| toml_entry::free(there, LineIdentity::of(line).id(on)));
            let entry = EntryBuilder::default().maybe("id", id).with("amount", line.amount).with("what", self.what());
            let entry = entry.maybe("by", line.by.clone()).maybe("contribution", line.contribution.clone());
            let entry = entry.maybe("startup", line.startup.clone()).maybe("supplier", line.supplier.clone());
            let entry = entry.maybe("nature", line.nature.clone()).maybe("order", line.order.clone());
            let entry =
                entry.maybe("request", line.request.clone()).maybe("budget_year", line.budget_year.map(i64::from));
            let entry = entry.maybe("committed", line.committed).maybe("done", line.done).maybe("paid", line.paid);
            Ok(entry.maybe("reference", line.reference.clone()).insert(toml_entry::list("expenditure")))
        })
    }
}

impl SpendVerb {
    fn what(&self) -> &str {
        self.line.what.as_deref().unwrap_or_default()
    }

    /// Fails unless there is a day and all days have come, in the order commitment, service, payment.
    fn follows_its_order(&self, context: &EditContext<'_>) -> Result<(), EditError> {
        if self.on().is_none() {
            return Err(EditError::NoDay);
        }
        in_order(&self.line, context)
    }
}

/// Fails unless all days of a line have come, in the order commitment, service, payment.
pub(super) fn in_order(line: &Expenditure, context: &EditContext<'_>) -> Result<(), EditError> {
    let Expenditure { committed, done, paid, .. } = line;
    [committed, done, paid].into_iter().flatten().try_for_each(|on| context.check_not_in_future(*on))?;
    for on in done.iter().chain(paid) {
        not_before(Chronology::Committed, *on, *committed)?;
    }
    paid.map_or(Ok(()), |paid| not_before(Chronology::ServiceDone, paid, *done))
}

/// The values that identify a line of expenditure.
#[derive(PartialEq, Eq)]
struct LineIdentity<'a> {
    what: Option<&'a str>,
    amount: Money,
    /// Committed, done, paid.
    days: [Option<Date>; 3],
    /// The invoice, the order, the payment request.
    numbers: [Option<&'a str>; 3],
}

impl<'a> LineIdentity<'a> {
    fn of(line: &'a Expenditure) -> Self {
        let days = [line.committed, line.done, line.paid];
        let numbers = [&line.reference, &line.order, &line.request].map(Option::as_deref);
        Self { what: line.what.as_deref(), amount: line.amount, days, numbers }
    }

    fn read(entry: &'a toml::Value) -> Option<Self> {
        Some(Self {
            what: toml_entry::text(entry, "what"),
            amount: toml_entry::money(entry, "amount")?,
            days: ["committed", "done", "paid"].map(|key| toml_entry::date(entry, key)),
            numbers: ["reference", "order", "request"].map(|key| toml_entry::text(entry, key)),
        })
    }

    fn id(&self, on: Date) -> String {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let [committed, done, paid] = self.days.map(day);
        let amount = self.amount.to_string();
        let what = self.what.unwrap_or_default();
        let [reference, order, request] = self.numbers;
        let mut facts = vec![what, &amount, &committed, &done, &paid, reference.unwrap_or_default()];
        facts.extend([order, request].into_iter().flatten());
        entry_id(on, &facts)
    }
}
