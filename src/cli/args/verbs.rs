//! The commands that record a fact, built from the declarations of the verbs; and `undo` and `redo`.

use clap::error::{Error, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, FromArgMatches, Subcommand};

use super::values::word;
use crate::edit::{Argument, ArgumentDefault, ArgumentKind, Declaration, Verb, VerbSubject};

/// The first positional argument, by what the verb is applied to.
pub const SUBJECT: &str = "subject";
/// The field that `set` sets.
pub const FIELD: &str = "field";
/// The option for the reason, which goes into the body of the commit.
pub const WHY: &str = "why";

/// The command that groups the verbs that create a record, and the beginning of their names.
const NEW: &str = "new";
/// The command that groups the verbs about reviews, and the beginning of their names.
const REVIEW: &str = "review";
const UNDO: &str = "undo";
const REDO: &str = "redo";

/// A command that records or undoes a fact.
#[derive(Debug)]
pub enum WriteCommand {
    /// Record a fact.
    Verb(Verb, Box<ArgMatches>),
    /// Undo the last edit, or that of a commit.
    Undo { commit: Option<String> },
    /// Redo the last undone edit.
    Redo,
    /// List the reviews.
    Reviews,
    /// Go through an open review as numbered questions.
    PlainReview { review: Option<String> },
}

impl WriteCommand {
    /// Returns whether it edits records.
    #[must_use]
    pub const fn writes(&self) -> bool {
        !matches!(self, Self::Reviews)
    }
}

impl Subcommand for WriteCommand {
    fn augment_subcommands(program: Command) -> Command {
        let of = |group: &'static str| {
            let verbs = Verb::ALL.iter().filter(move |verb| group_of(verb.name()) == Some(group));
            verbs.map(|verb| command(*verb))
        };
        let verbs = Verb::ALL.iter().filter(|verb| group_of(verb.name()).is_none()).map(|verb| command(*verb));
        let new = Command::new(NEW)
            .about("Create a record: a startup, a convention, a party")
            .after_help(
                "\
Examples:
  couveuse new startup ma-cantine --name 'Ma cantine' --sponsor oise
  couveuse new convention ma-cantine-oise-anct --startup ma-cantine --contribution oise:anct=20000
  couveuse new party lot --name Lot",
            )
            .subcommand_required(true)
            .arg_required_else_help(true)
            .subcommands(of(NEW));
        let review = review().subcommands(of(REVIEW));
        let undo = Command::new(UNDO)
            .about("Undo an edit with a new commit: the last one, or the one named")
            .after_help(
                "\
Examples:
  couveuse undo                             the last edit
  couveuse undo 3f2a91c                     the edit of that commit",
            )
            .arg(Arg::new("commit").value_name("COMMIT").help("Commit of the edit"));
        let redo = Command::new(REDO)
            .about("Make the last undone edit again; a new edit ends what can be redone")
            .after_help("Examples:\n  couveuse undo\n  couveuse redo");
        program.subcommands(verbs).subcommand(new).subcommand(review).subcommand(undo).subcommand(redo)
    }

    fn augment_subcommands_for_update(program: Command) -> Command {
        Self::augment_subcommands(program)
    }

    fn has_subcommand(name: &str) -> bool {
        matches!(name, NEW | REVIEW | UNDO | REDO) || Verb::ALL.iter().any(|verb| verb.name() == name)
    }
}

impl FromArgMatches for WriteCommand {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let missing = || Error::new(ErrorKind::MissingSubcommand);
        let (name, matches) = matches.subcommand().ok_or_else(missing)?;
        let verb = |name: &str, matches: &ArgMatches| {
            let verb = Verb::ALL.iter().find(|verb| verb.name() == name).ok_or_else(missing)?;
            Ok(Self::Verb(*verb, Box::new(matches.clone())))
        };
        match name {
            UNDO => Ok(Self::Undo { commit: matches.get_one("commit").cloned() }),
            REDO => Ok(Self::Redo),
            NEW => {
                let (kind, matches) = matches.subcommand().ok_or_else(missing)?;
                verb(&format!("{NEW}-{kind}"), matches)
            }
            REVIEW => match matches.subcommand() {
                Some((action, matches)) if action != LIST => verb(&format!("{REVIEW}-{action}"), matches),
                Some(_) => Ok(Self::Reviews),
                None if matches.get_flag(PLAIN) => Ok(Self::PlainReview { review: matches.get_one(REVIEW).cloned() }),
                None => Ok(Self::Reviews),
            },
            name => verb(name, matches),
        }
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// Returns the command that groups a verb; `None` if it is a command itself.
fn group_of(verb: &str) -> Option<&'static str> {
    [NEW, REVIEW].into_iter().find(|group| verb.strip_prefix(group).is_some_and(|rest| rest.starts_with('-')))
}

/// The subcommand that lists the reviews, as the command alone does.
const LIST: &str = "list";
/// The option that asks numbered questions.
pub const PLAIN: &str = "plain";

/// Returns the command of reviews, without the verbs.
fn review() -> Command {
    let list = Command::new(LIST)
        .about("List the reviews: open ones first, then by day")
        .after_help("Examples:\n  couveuse review list\n  couveuse review list --json");
    Command::new(REVIEW)
        .about("List the reviews, open one, change its agenda, close it, approve its minutes")
        .after_help(
            "\
Examples:
  couveuse review
  couveuse review open 20/11/2026 --chair 'Mme Durand'
  couveuse show review/2026-11-20 --help
  couveuse review --plain --help

--plain goes through the open review as numbered questions, line by line, for screen readers and
pipes: one commit for each startup, then the closing. With ACCESSIBLE=1 in the environment,
couveuse review does the same if a review is open.",
        )
        .arg(Arg::new(PLAIN).long(PLAIN).action(ArgAction::SetTrue).help("Go through the open review as questions"))
        .arg(
            Arg::new(REVIEW)
                .long(REVIEW)
                .value_name("REVIEW")
                .requires(PLAIN)
                .help("Review of --plain, the only open one by default"),
        )
        .subcommand(list)
}

/// Returns the command of a verb. Its arguments are built only if the command line names it.
fn command(verb: Verb) -> Command {
    let build: fn(Command) -> Command = match group_of(verb.name()) {
        None => |command| with_arguments(command, None),
        Some(NEW) => |command| with_arguments(command, Some(NEW)),
        Some(_) => |command| with_arguments(command, Some(REVIEW)),
    };
    Command::new(name_in_group(verb)).about(verb.declaration().about).defer(build)
}

/// Returns the name of a verb after that of its group.
fn name_in_group(verb: Verb) -> &'static str {
    let name = verb.name();
    group_of(name).and_then(|group| name.get(group.len() + 1..)).unwrap_or(name)
}

/// Adds the arguments of the verb whose name a command of the group has.
fn with_arguments(command: Command, group: Option<&str>) -> Command {
    let is_named = |verb: &&Verb| group_of(verb.name()) == group && name_in_group(**verb) == command.get_name();
    let Some(verb) = Verb::ALL.iter().find(is_named) else { return command };
    let declaration = verb.declaration();
    let subjects = subjects(declaration);
    let offset = subjects.iter().filter(|subject| subject.is_positional()).count();
    let why = Arg::new(WHY).long(WHY).value_name("TEXT").help("Reason, for the body of the commit");
    command
        .after_help(declaration.examples)
        .args(subjects)
        .args(declaration.arguments.iter().map(|argument| option(argument, offset)))
        .arg(why)
        .arg(
            Arg::new(PLAIN)
                .long(PLAIN)
                .action(ArgAction::SetTrue)
                .help("Ask for the other arguments as numbered questions"),
        )
}

/// Returns the positional arguments that say what the verb is applied to.
fn subjects(declaration: &Declaration) -> Vec<Arg> {
    let one = |name: &'static str, about: &'static str| {
        Arg::new(SUBJECT).value_name(name).help(about).required(true).index(1)
    };
    match declaration.subject {
        VerbSubject::Startup => vec![one("STARTUP", "Id of the startup")],
        VerbSubject::Convention => vec![one("CONVENTION", "Id of the convention")],
        VerbSubject::Contribution => vec![one("CONTRIBUTION", "CONVENTION/ID of the contribution")],
        VerbSubject::Occurrence => vec![
            one("OBLIGATION", "CONVENTION/ID of an obligation, STARTUP/actions.ID, STARTUP/conditions.ID or STARTUP/papers; one or several")
                .action(ArgAction::Append)
                .num_args(1..),
        ],
        VerbSubject::Party => vec![one("PARTY", "Id of the party")],
        VerbSubject::Record => vec![one("RECORD", "Its id, or KIND/ID if several kinds share it")],
        VerbSubject::Field => vec![
            one("RECORD", "Its id, or KIND/ID if several kinds share it"),
            Arg::new(FIELD)
                .value_name("FIELD")
                .help("Path of the field: site, committees[0].comment, obligations[refund].article")
                .required(true)
                .index(2),
        ],
        VerbSubject::NewRecord(_) => vec![one("ID", "Its id: letters, digits and hyphens")],
        VerbSubject::Portfolio | VerbSubject::NewReview => Vec::new(),
        VerbSubject::Review => {
            let has_positions = declaration.arguments.iter().any(|argument| argument.position.is_some());
            let review = Arg::new(SUBJECT).value_name("REVIEW").help("Id of the review, the only one by default");
            vec![if has_positions { review.long("review") } else { review.index(1) }]
        }
    }
}

/// Returns an argument of a verb; `offset` is the number of subjects before it.
fn option(argument: &Argument, offset: usize) -> Arg {
    let mut arg = Arg::new(argument.name).help(argument.about);
    arg = match argument.position {
        Some(position) => arg.index(offset + position),
        None => arg.long(argument.name),
    };
    arg = match argument.kind {
        ArgumentKind::Flag => arg.action(ArgAction::SetTrue),
        ArgumentKind::Whole(least, most) => {
            arg.value_parser(clap::value_parser!(u32).range(i64::from(least)..=i64::from(most)))
        }
        ArgumentKind::Word { names, .. } => arg.value_parser(word(names())),
        ArgumentKind::PastDay | ArgumentKind::Day | ArgumentKind::Amount | ArgumentKind::AmountOrZero => {
            arg.allow_hyphen_values(true)
        }
        ArgumentKind::Decimal => arg.allow_hyphen_values(true),
        ArgumentKind::Text if argument.position.is_some() && argument.is_repeated => arg.allow_negative_numbers(true),
        ArgumentKind::Text | ArgumentKind::Lines | ArgumentKind::Span | ArgumentKind::Id | ArgumentKind::Person => arg,
    };
    if !matches!(argument.kind, ArgumentKind::Flag) {
        arg = arg.value_name(argument.value_name);
    }
    if argument.is_repeated {
        arg = arg.action(ArgAction::Append);
        arg = if argument.position.is_some() { arg.num_args(1..) } else { arg };
    }
    if let Some(other) = argument.unless {
        arg = arg.required_unless_present(other);
    }
    if let Some(other) = argument.conflicts {
        arg = arg.conflicts_with(other);
    }
    let is_required = argument.is_required && argument.default == ArgumentDefault::None;
    if is_required { arg.required_unless_present(PLAIN) } else { arg }
}
