//! The built-in keys, which the keys of the user may replace.

use std::sync::LazyLock;

use crate::edit::{Verb, VerbSubject};

use super::{HelpSection, KeyContext};
use crate::ui::command::Command;

/// A command with its built-in keys.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    pub command: Command,
    /// The sequences of keys, separated by spaces within; hints show the first.
    pub keys: &'static [&'static str],
    pub contexts: &'static [KeyContext],
    /// The section of the help.
    pub section: HelpSection,
    /// The position among the hints of the status line, 1 first; 0 for none.
    pub hint: u8,
}

use HelpSection::{Finding, Moving, Program, Screens, Typing, Writing};
use KeyContext as C;

const LISTS: &[C] = &[C::Today, C::Portfolio, C::Obligations, C::Funding, C::Committees, C::Findings, C::History];
const SCREENS: &[C] = &[
    C::Today,
    C::Portfolio,
    C::Obligations,
    C::Funding,
    C::Committees,
    C::Findings,
    C::History,
    C::Startup,
    C::Review,
];
const RECORDS: &[C] =
    &[C::Today, C::Portfolio, C::Obligations, C::Funding, C::Committees, C::Findings, C::Startup, C::Review];
const FACTS: &[C] = &[C::Today, C::Portfolio, C::Obligations, C::Funding, C::Committees, C::Startup, C::Review];
const EXPLAINED: &[C] = &[
    C::Today,
    C::Portfolio,
    C::Obligations,
    C::Funding,
    C::Committees,
    C::Findings,
    C::History,
    C::Startup,
    C::Review,
    C::Reading,
];
const AGENDA: &[C] = &[C::Agenda];
const REVIEW: &[C] = &[C::Review];
const REVIEWS: &[C] = &[C::Agenda, C::Review];
const READ: &[C] = &[
    C::Today,
    C::Portfolio,
    C::Obligations,
    C::Funding,
    C::Committees,
    C::Findings,
    C::History,
    C::Startup,
    C::Review,
    C::Reading,
];
const MOVED: &[C] = &[
    C::Today,
    C::Portfolio,
    C::Obligations,
    C::Funding,
    C::Committees,
    C::Findings,
    C::History,
    C::Startup,
    C::Agenda,
    C::Review,
    C::Reading,
    C::HandEdit,
    C::HandEditConflict,
    C::Outdated,
    C::Questions,
    C::Themes,
    C::Views,
    C::ImportPlan,
    C::Arranging,
];
const ANYWHERE: &[C] = &KeyContext::ALL;
const ARRANGING: &[C] = &[C::Arranging];
const TYPED: &[C] = &[C::Filter, C::Date, C::ImportPath, C::Papers, C::Picker, C::Form, C::Welcome];
const FIELDS: &[C] = &[C::Form, C::Welcome];
const FORM: &[C] = &[C::Form];
const LINES: &[C] = &[C::Filter, C::Papers, C::Picker];
const PAPERS: &[C] = &[C::Papers];

const fn bind(
    command: Command,
    keys: &'static [&'static str],
    contexts: &'static [C],
    section: HelpSection,
    hint: u8,
) -> Binding {
    Binding { command, keys, contexts, section, hint }
}

/// Every key of the program, in the order of the help. `& é (` are the keys of 1, 2 and 5 on an AZERTY keyboard.
pub static BINDINGS: LazyLock<Vec<Binding>> =
    LazyLock::new(|| FREQUENT.iter().copied().chain(declared()).chain(OTHERS.iter().copied()).collect());

/// Returns the keys that the verbs declare.
fn declared() -> impl Iterator<Item = Binding> {
    let keyed = Verb::ALL.iter().filter(|verb| !verb.declaration().keys.is_empty());
    keyed.map(|&verb| {
        let contexts = match verb.declaration().subject {
            VerbSubject::NewRecord(_) | VerbSubject::Portfolio => SCREENS,
            _ => RECORDS,
        };
        bind(Command::Verb(verb), verb.declaration().keys, contexts, Writing, 0)
    })
}

/// The verbs of every day, which the status line and the menu of `a` show first.
const FREQUENT: &[Binding] = &[
    bind(Command::Verb(Verb::Done), &["x"], RECORDS, Writing, 4),
    bind(Command::Verb(Verb::Pay), &["p"], FACTS, Writing, 5),
    bind(Command::Verb(Verb::Hold), &["c"], RECORDS, Writing, 6),
    bind(Command::Verb(Verb::Sign), &["s"], RECORDS, Writing, 7),
    bind(Command::Verb(Verb::Phase), &["m"], RECORDS, Writing, 0),
    bind(Command::Verb(Verb::Snooze), &["z"], &[C::Today], Writing, 13),
    bind(Command::Verb(Verb::Set), &["e"], RECORDS, Writing, 16),
    bind(Command::Verb(Verb::Action), &["a a"], RECORDS, Writing, 0),
    bind(Command::Verb(Verb::Note), &["a n"], RECORDS, Writing, 0),
    bind(Command::Verb(Verb::Indicator), &["a i"], RECORDS, Writing, 0),
];

const OTHERS: &[Binding] = &[
    bind(Command::CancelCommittee, &["a z"], RECORDS, Writing, 0),
    bind(Command::Undo, &["u"], RECORDS, Writing, 23),
    bind(Command::UndoThis, &["u"], &[C::History], Writing, 4),
    bind(Command::Redo, &["U"], SCREENS, Writing, 0),
    bind(Command::Draft, &["g d"], SCREENS, Writing, 2),
    bind(Command::Edit, &["E"], READ, Writing, 17),
    bind(Command::ShowHandEdit, &["g u"], READ, Writing, 0),
    bind(Command::Filter, &["/"], READ, Finding, 3),
    bind(Command::Mine, &["M"], &[C::Today], Finding, 18),
    bind(Command::NextMatch, &["n"], READ, Finding, 0),
    bind(Command::PreviousMatch, &["N"], READ, Finding, 0),
    bind(Command::Mark, &["Space"], LISTS, Finding, 0),
    bind(Command::MarkRange, &["v"], LISTS, Finding, 0),
    bind(Command::MarkAll, &["Ctrl-a"], LISTS, Finding, 0),
    bind(Command::Arrange, &["o"], LISTS, Finding, 0),
    bind(Command::Group, &["b"], LISTS, Finding, 0),
    bind(Command::SortBy, &["Enter", "s"], ARRANGING, Finding, 1),
    bind(Command::Reverse, &["r"], ARRANGING, Finding, 3),
    bind(Command::ShowColumn, &["Space"], ARRANGING, Finding, 4),
    bind(Command::ColumnDown, &["J"], ARRANGING, Finding, 5),
    bind(Command::ColumnUp, &["K"], ARRANGING, Finding, 6),
    bind(Command::Group, &["b"], ARRANGING, Finding, 7),
    bind(Command::AsItComes, &["d"], ARRANGING, Finding, 9),
    bind(Command::Views, &["V"], SCREENS, Finding, 0),
    bind(Command::Finder, &["f", "Ctrl-p"], SCREENS, Finding, 9),
    bind(Command::Palette, &[":"], SCREENS, Finding, 10),
    bind(Command::Explain, &["="], EXPLAINED, Finding, 15),
    bind(Command::OpenEvidence, &["O"], READ, Finding, 0),
    bind(Command::Cash, &["$"], SCREENS, Finding, 0),
    bind(Command::Budget, &["B"], SCREENS, Finding, 0),
    bind(Command::AsOf, &["t"], SCREENS, Finding, 19),
    bind(Command::Down, &["j", "Down"], MOVED, Moving, 0),
    bind(Command::Down, &["Down", "Ctrl-n"], LINES, Typing, 0),
    bind(Command::Up, &["k", "Up"], MOVED, Moving, 0),
    bind(Command::Up, &["Up", "Ctrl-p"], LINES, Typing, 0),
    bind(Command::First, &["g g", "Home"], MOVED, Moving, 0),
    bind(Command::Last, &["G", "End"], MOVED, Moving, 0),
    bind(Command::HalfDown, &["Ctrl-d"], READ, Moving, 0),
    bind(Command::HalfUp, &["Ctrl-u"], READ, Moving, 0),
    bind(Command::PageDown, &["PgDn", "Ctrl-f"], MOVED, Moving, 0),
    bind(Command::PageUp, &["PgUp", "Ctrl-b"], MOVED, Moving, 0),
    bind(Command::Open, &["Enter", "l", "Right"], LISTS, Screens, 1),
    bind(Command::Review, &["R"], SCREENS, Screens, 21),
    bind(Command::Open, &["Enter"], AGENDA, Screens, 1),
    bind(Command::OnAgenda, &["Space"], AGENDA, Screens, 2),
    bind(Command::MoveDown, &["J"], AGENDA, Screens, 3),
    bind(Command::MoveUp, &["K"], AGENDA, Screens, 0),
    bind(Command::ReviewKind, &["t"], AGENDA, Screens, 4),
    bind(Command::Undo, &["u"], AGENDA, Writing, 9),
    bind(Command::Redo, &["U"], AGENDA, Writing, 0),
    bind(Command::ReviewFields, &["e"], AGENDA, Writing, 5),
    bind(Command::MoreMinutes, &["+"], AGENDA, Screens, 7),
    bind(Command::LessMinutes, &["-"], AGENDA, Screens, 0),
    bind(Command::NextStartup, &["Tab", "l", "Right"], REVIEW, Screens, 1),
    bind(Command::PreviousStartup, &["Shift-Tab", "h", "Left"], REVIEW, Screens, 0),
    bind(Command::Noted, &["o"], REVIEW, Writing, 11),
    bind(Command::Agenda, &["A"], REVIEW, Screens, 12),
    bind(Command::FullScreen, &["F"], REVIEW, Screens, 13),
    bind(Command::Verb(Verb::ReviewClose), &["X"], REVIEWS, Writing, 14),
    bind(Command::Help, &["?", "F1"], AGENDA, Program, 31),
    bind(Command::Follow, &["Enter"], &[C::Startup, C::Review, C::Reading], Screens, 0),
    bind(Command::NextSection, &["Tab", "l", "Right"], &[C::Startup], Screens, 1),
    bind(Command::PreviousSection, &["Shift-Tab", "h", "Left"], &[C::Startup], Screens, 0),
    bind(Command::Today, &["1", "&"], SCREENS, Screens, 0),
    bind(Command::Portfolio, &["2", "é"], SCREENS, Screens, 0),
    bind(Command::Obligations, &["3", "\""], SCREENS, Screens, 0),
    bind(Command::Funding, &["4", "'"], SCREENS, Screens, 0),
    bind(Command::Committees, &["5", "("], SCREENS, Screens, 0),
    bind(Command::Findings, &["6", "-"], SCREENS, Screens, 0),
    bind(Command::History, &["7", "è"], SCREENS, Screens, 0),
    bind(Command::NextScreen, &["Tab"], LISTS, Screens, 22),
    bind(Command::PreviousScreen, &["Shift-Tab"], LISTS, Screens, 0),
    bind(Command::Back, &["Esc"], MOVED, Screens, 8),
    bind(Command::BackOrQuit, &["q"], MOVED, Screens, 32),
    bind(Command::Sync, &["S"], SCREENS, Program, 25),
    bind(Command::Papers, &["W"], SCREENS, Program, 0),
    bind(Command::Papers, &["W"], AGENDA, Program, 6),
    bind(Command::PaperFormat, &["Tab"], PAPERS, Typing, 4),
    bind(Command::Import, &["I"], SCREENS, Program, 0),
    bind(Command::Accept, &["Enter"], &[C::ImportPlan], Writing, 1),
    bind(Command::ImportRest, &["i"], &[C::ImportPlan], Writing, 3),
    bind(Command::StopSync, &["Esc", "q"], &[C::Syncing], Program, 1),
    bind(Command::TakeOurs, &["o"], &[C::Questions], Program, 1),
    bind(Command::TakeTheirs, &["t"], &[C::Questions], Program, 3),
    bind(Command::Accept, &["Enter"], &[C::Questions], Program, 4),
    bind(Command::QuestionBefore, &["h", "Left"], &[C::Questions], Program, 9),
    bind(Command::QuestionAfter, &["l", "Right"], &[C::Questions], Program, 10),
    bind(Command::Since, &["g s"], SCREENS, Finding, 0),
    bind(Command::Reload, &["g r"], SCREENS, Program, 0),
    bind(Command::OtherLanguage, &["g l"], SCREENS, Program, 0),
    bind(Command::Configuration, &["g c"], SCREENS, Program, 0),
    bind(Command::CopyRow, &["y y"], READ, Program, 0),
    bind(Command::CopyFigure, &["y f"], READ, Program, 0),
    bind(Command::CopyAddress, &["y a"], READ, Program, 0),
    bind(Command::CopyLetter, &["y m"], READ, Program, 0),
    bind(Command::Themes, &["g t"], SCREENS, Program, 0),
    bind(Command::Mouse, &["g m"], SCREENS, Program, 0),
    bind(Command::Help, &["?", "F1"], SCREENS, Program, 31),
    bind(Command::Help, &["F1"], &[C::Filter, C::Form], Typing, 0),
    bind(Command::SkipStep, &["g n"], SCREENS, Program, 0),
    bind(Command::EndTour, &["g q"], SCREENS, Program, 0),
    bind(Command::Suspend, &["Ctrl-z"], MOVED, Program, 0),
    bind(Command::Quit, &["Ctrl-c"], ANYWHERE, Program, 0),
    bind(Command::Complete, &["Tab", "Right"], &[C::Filter], Typing, 4),
    bind(Command::Accept, &["Enter"], &[C::HandEdit], Writing, 1),
    bind(Command::Edit, &["E"], &[C::HandEdit], Writing, 3),
    bind(Command::Restore, &["d"], &[C::HandEdit], Writing, 5),
    bind(Command::CommitBoth, &["b"], &[C::HandEditConflict], Writing, 1),
    bind(Command::CommitMine, &["m"], &[C::HandEditConflict], Writing, 3),
    bind(Command::KeepMine, &["m"], &[C::Outdated], Writing, 1),
    bind(Command::DropMine, &["d"], &[C::Outdated], Writing, 3),
    bind(Command::Accept, &["Enter"], TYPED, Typing, 1),
    bind(Command::Accept, &["Enter"], &[C::Themes, C::Views], Program, 1),
    bind(Command::Verb(Verb::View), &["s"], &[C::Views], Writing, 3),
    bind(Command::Verb(Verb::RemoveView), &["d"], &[C::Views], Writing, 5),
    bind(Command::Cancel, &["Esc"], TYPED, Typing, 3),
    bind(Command::Compare, &["Ctrl-d"], &[C::Date], Typing, 2),
    bind(Command::Commit, &["Ctrl-s"], FIELDS, Typing, 0),
    bind(Command::Commit, &["Ctrl-s"], PAPERS, Typing, 5),
    bind(Command::NextField, &["Tab", "Down"], FIELDS, Typing, 0),
    bind(Command::PreviousField, &["Shift-Tab", "Up"], FIELDS, Typing, 0),
    bind(Command::NextOption, &["Right"], FORM, Typing, 0),
    bind(Command::PreviousOption, &["Left"], FORM, Typing, 0),
    // Typed as a space if there is nothing to tick.
    bind(Command::Tick, &["Space"], FORM, Typing, 0),
    bind(Command::AddRow, &["Ctrl-o"], FORM, Typing, 0),
    bind(Command::RemoveRow, &["Ctrl-x"], FORM, Typing, 0),
    bind(Command::BreakLine, &["Alt-Enter", "Ctrl-j"], FORM, Typing, 0),
    bind(Command::PageDown, &["PgDn"], &[C::Papers, C::Picker, C::Form], Typing, 0),
    bind(Command::PageUp, &["PgUp"], &[C::Papers, C::Picker, C::Form], Typing, 0),
    bind(Command::StartOver, &["Ctrl-n"], FORM, Typing, 0),
];
