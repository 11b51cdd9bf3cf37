//! `view` and `remove-view`: saved views of the screens, kept in the portfolio and so shared through git.

use super::interface::{Declared, VerbImpl};
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, present};
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{MessageArg, RecordRef, SavedView};
use crate::record::Op;

/// The screens that a view can be of, by their names in JSON.
pub const VIEW_SCREENS: [&str; 7] =
    ["today", "portfolio", "obligations", "funding", "committees", "findings", "history"];

/// A view, saved under a new name or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewVerb(pub SavedView);

/// A view, removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoveViewVerb {
    pub name: String,
}

const LIST: &str = "views";
const NAME: Argument = Argument::option("name", ArgumentKind::Text, "NAME", "Name of the view").at(1).required();

impl Declared for ViewVerb {
    const DECLARATION: Declaration = Declaration {
        name: "view",
        aliases: &[],
        subject: VerbSubject::Portfolio,
        keys: &["a w"],
        arguments: &[
            NAME,
            Argument::option(
                "screen",
                ArgumentKind::Word { names: || VIEW_SCREENS.to_vec(), prefix: "screen" },
                "SCREEN",
                "Screen that it shows",
            )
            .required(),
            Argument::option("filter", ArgumentKind::Text, "FILTER", "Filter of its rows; see due --help"),
            Argument::option(
                "sort",
                ArgumentKind::Text,
                "COLUMN",
                "Column to sort by, in reverse with --sort=-COLUMN; repeatable",
            )
            .repeated(),
            Argument::option("group", ArgumentKind::Text, "GROUP", "What to group by; see `couveuse help filters`"),
            Argument::option("column", ArgumentKind::Text, "COLUMN", "Column to show; repeatable; all by default")
                .repeated(),
        ],
        about: "Save a view of a screen in the portfolio, or change one",
        examples: "\
Examples:
  couveuse view 'Late in Pau' --screen obligations --filter 'late owes:pau'
  couveuse view Amounts --screen obligations --sort=-amount --group debtor
  couveuse due --view Amounts

Columns have the names of their keys in --json.",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self(SavedView {
            name: values.text("name")?,
            screen: values.text("screen")?,
            filter: values.text("filter"),
            sort: values.words("sort"),
            group: values.text("group"),
            columns: values.words("column"),
        }))
    }
}

impl VerbImpl for ViewVerb {
    fn tidy(&mut self) {
        let view = &mut self.0;
        toml_entry::one_line(&mut view.name);
        toml_entry::some_line(&mut view.filter);
        toml_entry::some_line(&mut view.group);
        toml_entry::lines(&mut view.sort);
        toml_entry::lines(&mut view.columns);
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        context.portfolio.incubator.views.contains(&self.0).then(RecordRef::of_portfolio)
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        present("name", &self.0.name)?;
        let known = context.portfolio.incubator.views.iter().find(|view| view.name == self.0.name);
        if known == Some(&self.0) {
            return Err(EditError::AlreadyThere(self.0.name.clone()));
        }
        let key = if known.is_some() { "commit-view-changed" } else { "commit-view" };
        let subject = context.text(key, &[("name", MessageArg::Text(self.0.name.clone()))]);
        Ok(CommitSummary::new(RecordRef::of_portfolio(), subject))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        let view = &self.0;
        let entry = EntryBuilder::default()
            .with("name", view.name.as_str())
            .with("screen", view.screen.as_str())
            .maybe("filter", view.filter.as_deref())
            .list("sort", &view.sort)
            .maybe("group", view.group.as_deref())
            .list("columns", &view.columns);
        context.patched(|table| {
            let all = toml_entry::entries(table, LIST);
            let Some(at) = position(all, &view.name) else { return Ok(entry.insert(toml_entry::list(LIST))) };
            let path = toml_entry::list(LIST).index(at);
            let was = all.get(at).and_then(toml::Value::as_table);
            let pairs = entry.clone().pairs();
            let is_dropped =
                |key: &&str| was.is_some_and(|was| was.contains_key(*key)) && pairs.iter().all(|(kept, _)| kept != key);
            let dropped = ["filter", "sort", "group", "columns"].into_iter().filter(is_dropped);
            let dropped: Vec<Op> = dropped.map(|key| Op::Remove(path.key(key))).collect();
            Ok(entry.set(&path).into_iter().chain(dropped).collect())
        })
    }
}

impl Declared for RemoveViewVerb {
    const DECLARATION: Declaration = Declaration {
        name: "remove-view",
        aliases: &[],
        subject: VerbSubject::Portfolio,
        keys: &[],
        arguments: &[NAME],
        about: "Remove a saved view from the portfolio",
        examples: "Examples:\n  couveuse remove-view 'Late in Pau'",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self { name: values.text("name")? })
    }
}

impl VerbImpl for RemoveViewVerb {
    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.name);
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let views = &context.portfolio.incubator.views;
        if views.iter().all(|view| view.name != self.name) {
            let known = views.iter().map(|view| view.name.clone()).collect();
            return Err(EditError::NoEntry(self.name.clone(), known));
        }
        let subject = context.text("commit-remove-view", &[("name", MessageArg::Text(self.name.clone()))]);
        Ok(CommitSummary::new(RecordRef::of_portfolio(), subject))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| match position(toml_entry::entries(table, LIST), &self.name) {
            Some(at) => Ok(vec![Op::Remove(toml_entry::list(LIST).index(at))]),
            None => Err(context.gone(&self.name, None)),
        })
    }
}

/// Returns the position of the view with a name.
fn position(views: &[toml::Value], name: &str) -> Option<usize> {
    views.iter().position(|view| toml_entry::text(view, "name") == Some(name))
}
