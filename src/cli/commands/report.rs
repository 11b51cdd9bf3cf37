//! `report`: the papers of conventions and committees.

mod minutes;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::{CommandOutput, Invocation, sent};
use crate::cli::args::report::{Report, ReportAudience, ReportFormat, ReportOptions};
use crate::cli::diagnostics;
use crate::cli::errors::{self, Code, Failure};
use crate::cli::templates::templates;
use crate::locale::{Language, Locale};
use crate::model::{Id, MessageArg, Portfolio, RecordRef, short_commit};
use crate::papers::{self, Audience, Document, PaperFormat, PaperInput};
use crate::parallel::AllCores;
use crate::rules;
use crate::store::Folder;

pub(super) fn report(call: &Invocation, what: &Report) -> Result<CommandOutput, Failure> {
    let (folder, now) = call.portfolio()?;
    let about = meeting(call, &now, what)?;
    let then = match &about {
        Some(review) if matches!(what, Report::Minutes { .. }) => minutes::at_closing(call, &folder, &now, review)?,
        _ => None,
    };
    let (folder, portfolio) = then.unwrap_or_else(|| (folder, Arc::clone(&now)));
    let options = options(what);
    let is_minutes = matches!(what, Report::Minutes { .. });
    let locale = Locale::new(language(call, &portfolio));
    let place_of = diagnostics::place_of(&folder);
    let commit = folder.head().ok().flatten().map(|commit| short_commit(&commit).to_owned());
    let audience = audience(options.audience);
    let held = about.as_ref().and_then(|review| portfolio.reviews.get(review)).map(|review| review.on);
    let as_of = held.filter(|_| !call.as_of_given && is_minutes).unwrap_or(call.as_of);
    let input = PaperInput { portfolio: &portfolio, locale: &locale, as_of, commit, audience, place_of: &place_of };
    let meeting = PaperMeeting { review: about.as_ref(), now: &now };
    let documents = build(call, &input, what, &meeting)?;
    let facts = options.sent.as_deref().map(|sent| sent::facts(call, &input, what, sent)).transpose()?;
    let is_letter = matches!(what, Report::Reminder { .. });
    if is_letter && options.file.is_some() {
        let args = [("option", "--file"), ("typed", "report reminder")];
        let args = args.map(|(key, text)| (key, MessageArg::Text(text.to_owned())));
        return Err(errors::usage(&call.locale, "error-option-of-entry", args.into()));
    }
    if options.is_final && documents.iter().any(Document::is_draft) {
        // The reason is in the language of the user, the paper in its own.
        let input = PaperInput { locale: &call.locale, ..input };
        return Err(draft(call, &build(call, &input, what, &meeting)?));
    }
    if let Some(facts) = facts.filter(|facts| !facts.is_empty()) {
        if options.out.is_some() {
            write(call, &folder, &documents, options, &locale)?;
        }
        let file = options.file.as_deref().or(options.out.as_deref()).filter(|_| !is_letter);
        return sent::record(call, &folder, &portfolio, facts, file);
    }
    if call.json {
        return match documents.as_slice() {
            [one] if !matches!(what, Report::Reminder { .. } | Report::Papers { .. }) => {
                call.answer_json(&portfolio, one)
            }
            several => call.answer_json(&portfolio, Papers { papers: several }),
        };
    }
    write(call, &folder, &documents, options, &locale)
}

/// Several papers: `{papers: […]}`
#[derive(serde::Serialize)]
struct Papers<'a> {
    papers: &'a [Document],
}

fn options(what: &Report) -> &ReportOptions {
    match what {
        Report::Management { options, .. }
        | Report::Statement { options, .. }
        | Report::Call { options, .. }
        | Report::Reminder { options, .. }
        | Report::Sheet { options, .. }
        | Report::Minutes { options, .. }
        | Report::Papers { options, .. }
        | Report::Summary { options } => options,
    }
}

pub(super) const fn audience(typed: ReportAudience) -> Audience {
    match typed {
        ReportAudience::Members => Audience::Members,
        ReportAudience::Public => Audience::Public,
    }
}

/// The language of papers: `--lang`, else the portfolio's, else French.
pub(super) fn language(call: &Invocation, portfolio: &Portfolio) -> Language {
    let own = portfolio.incubator.language.as_deref();
    call.lang_given.unwrap_or_else(|| own.map_or(Language::French, Language::from_tag))
}

/// The meeting of minutes and papers: its review if it has one, and the current records.
struct PaperMeeting<'a> {
    review: Option<&'a Id>,
    now: &'a Portfolio,
}

/// The review of a paper, if it is about one.
fn meeting(call: &Invocation, portfolio: &Portfolio, what: &Report) -> Result<Option<Id>, Failure> {
    match what {
        Report::Minutes { startup, review, on, .. } => {
            let startup = startup.as_deref().and_then(|typed| Id::new(typed).ok()).filter(|_| on.is_none());
            minutes::review_of(call, portfolio, (startup.as_ref(), review.as_deref()))
        }
        Report::Papers { review, .. } => minutes::review_of(call, portfolio, (None, Some(review))),
        _ => Ok(None),
    }
}

fn build(
    call: &Invocation,
    input: &PaperInput<'_>,
    what: &Report,
    meeting: &PaperMeeting<'_>,
) -> Result<Vec<Document>, Failure> {
    let id = |typed: &str| Id::new(typed).map_err(|error| errors::id(&call.locale, typed, &error));
    let answers = || rules::answers_with(input.portfolio, input.as_of, &AllCores);
    let built = match what {
        Report::Management { convention, year, .. } => {
            papers::management(input, &id(convention)?, *year).map(|one| vec![one])
        }
        Report::Statement { convention, .. } => papers::statement(input, &id(convention)?).map(|one| vec![one]),
        Report::Call { contribution, tranche, .. } => {
            let Some((convention, contribution)) = contribution.split_once('/') else {
                let typed = MessageArg::Text(contribution.clone());
                return Err(errors::usage(&call.locale, "error-paper-contribution", vec![("typed", typed)]));
            };
            papers::call(input, &id(convention)?, contribution, *tranche).map(|one| vec![one])
        }
        Report::Reminder { party, second, .. } => {
            let party = party.as_deref().map(id).transpose()?;
            papers::reminders(input, &answers(), party.as_ref(), *second)
        }
        Report::Minutes { startup: Some(startup), on, .. } => {
            let on = call.past_date("--on", on.as_deref())?;
            papers::minutes_of_startup(input, &answers(), &id(startup)?, on, meeting.now).map(|one| vec![one])
        }
        Report::Minutes { .. } => {
            let review = meeting.review.cloned().unwrap_or_else(|| RecordRef::of_portfolio().id);
            papers::minutes_of_review(input, &answers(), &review, meeting.now).map(|one| vec![one])
        }
        Report::Papers { .. } => {
            let review = meeting.review.cloned().unwrap_or_else(|| RecordRef::of_portfolio().id);
            let answers = answers();
            papers::agenda(input, &review).and_then(|agenda| {
                let agenda_of = input.portfolio.reviews.get(&review).into_iter().flat_map(|one| one.ordered_agenda());
                let sheets = agenda_of.filter(|item| input.portfolio.startups.contains_key(&item.startup));
                let sheets = sheets.map(|item| papers::sheet(input, &answers, &item.startup));
                std::iter::once(Ok(agenda)).chain(sheets).collect()
            })
        }
        Report::Summary { .. } => Ok(vec![papers::summary(input, &answers())]),
        Report::Sheet { startup, .. } => papers::sheet(input, &answers(), &id(startup)?).map(|one| vec![one]),
    };
    built.map_err(|error| errors::paper(&call.locale, &error))
}

/// Papers that miss something are not final.
fn draft(call: &Invocation, documents: &[Document]) -> Failure {
    let mut missing: Vec<String> = documents.iter().flat_map(|document| document.missing.clone()).collect();
    missing.dedup();
    errors::refused(&call.locale, "error-paper-draft", vec![("missing", MessageArg::List(missing))])
}

fn write(
    call: &Invocation,
    folder: &Folder,
    documents: &[Document],
    options: &ReportOptions,
    locale: &Locale,
) -> Result<CommandOutput, Failure> {
    let format = format(options);
    let templates = templates(folder.root());
    let mut rendered = Vec::new();
    for document in documents {
        let text = papers::render_paper(document, format, &templates, locale);
        rendered.push(text.map_err(|error| errors::render(&call.locale, &error))?);
    }
    match (&options.out, rendered.as_slice()) {
        (_, []) => Ok(call.text(format!("{}\n", call.locale.text("doc-nothing-late")))),
        (Some(out), [one]) if !out.is_dir() => {
            save(call, out, one)?;
            Ok(written(call, &[out.display().to_string()]))
        }
        (Some(out), several) => {
            fs::create_dir_all(out).map_err(|error| errors::system(&call.locale, &error))?;
            let mut names = Vec::new();
            for (document, text) in documents.iter().zip(several) {
                let name = format!("{}.{}", document.file_name, format.extension());
                save(call, &out.join(&name), text)?;
                names.push(out.join(&name).display().to_string());
            }
            Ok(written(call, &names))
        }
        (None, [one]) => Ok(CommandOutput { text: one.clone(), code: Code::Fine }),
        (None, _) if format == PaperFormat::Html => Err(errors::usage(&call.locale, "error-paper-many", vec![])),
        (None, several) => Ok(CommandOutput { text: several.join("\n\n"), code: Code::Fine }),
    }
}

fn save(call: &Invocation, path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| errors::unwritable(&call.locale, path, &error))
}

fn written(call: &Invocation, names: &[String]) -> CommandOutput {
    let lines =
        names.iter().map(|name| call.locale.message("doc-written", &[("file", MessageArg::Text(name.clone()))]));
    call.text(lines.map(|line| format!("{line}\n")).collect())
}

fn format(options: &ReportOptions) -> PaperFormat {
    let extension = options.out.as_deref().and_then(|out| out.extension()).and_then(|one| one.to_str());
    match (options.format, extension) {
        (Some(ReportFormat::Html), _) | (None, Some("html" | "htm")) => PaperFormat::Html,
        (Some(ReportFormat::Text), _) | (None, Some("txt")) => PaperFormat::Text,
        (Some(ReportFormat::Md), _) | (None, _) => PaperFormat::Markdown,
    }
}
