//! `report`: the papers of conventions and committees.

use std::sync::Arc;

use super::{CommandOutput, Invocation, sent};
use crate::cli::args::report::{Report, ReportAudience, ReportFormat, ReportOptions};
use crate::cli::errors::{self, Failure};
use crate::cli::papers::{self, PaperMaker, PaperSource};
use crate::model::{Id, MessageArg, Portfolio};
use crate::papers::{Audience, Document, PaperFormat, PaperRequest};
use crate::store::Folder;

pub(super) fn report(call: &Invocation, what: &Report) -> Result<CommandOutput, Failure> {
    let (folder, now) = call.portfolio()?;
    let options = options(what);
    let maker = PaperMaker {
        locale: &call.locale,
        folder: &folder,
        portfolio: &now,
        as_of: call.as_of,
        is_chosen_day: call.as_of_given,
        language: call.lang_given,
        audience: audience(options.audience),
    };
    let request = request(call, &now, what)?;
    let source = maker.source(request.clone())?;
    let documents = source.build()?;
    let facts = |sent: &str| source.with(&source.locale, |input| sent::facts(call, input, what, sent));
    let facts = options.sent.as_deref().map(facts).transpose()?;
    let is_letter = matches!(what, Report::Reminder { .. });
    if is_letter && options.file.is_some() {
        let args = [("option", "--file"), ("typed", "report reminder")];
        let args = args.map(|(key, text)| (key, MessageArg::Text(text.to_owned())));
        return Err(errors::usage(&call.locale, "error-option-of-entry", args.into()));
    }
    if options.is_final {
        source.check_final(&documents)?;
    }
    if let Some(facts) = facts.filter(|facts| !facts.is_empty()) {
        if options.out.is_some() {
            write(call, (&folder, &now), &source, &documents, options)?;
        }
        let file = options.file.as_deref().or(options.out.as_deref()).filter(|_| !is_letter);
        return sent::record(call, &folder, source.portfolio(), facts, file);
    }
    if call.json {
        return match documents.as_slice() {
            [one] if !request.is_several() => call.answer_json(source.portfolio(), one),
            several => call.answer_json(source.portfolio(), Papers { papers: several }),
        };
    }
    write(call, (&folder, &now), &source, &documents, options)
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

/// Returns the paper that the arguments name.
fn request(call: &Invocation, portfolio: &Portfolio, what: &Report) -> Result<PaperRequest, Failure> {
    let id = |typed: &str| Id::new(typed).map_err(|error| errors::id(&call.locale, typed, &error));
    Ok(match what {
        Report::Management { convention, year, .. } => {
            PaperRequest::Management { convention: id(convention)?, year: *year }
        }
        Report::Statement { convention, .. } => PaperRequest::Statement { convention: id(convention)? },
        Report::Call { contribution, tranche, .. } => {
            let Some((convention, contribution)) = contribution.split_once('/') else {
                let typed = MessageArg::Text(contribution.clone());
                return Err(errors::usage(&call.locale, "error-paper-contribution", vec![("typed", typed)]));
            };
            let (convention, contribution) = (id(convention)?, contribution.to_owned());
            PaperRequest::Call { convention, contribution, tranche: *tranche }
        }
        Report::Reminder { party, second, .. } => {
            PaperRequest::Reminder { party: party.as_deref().map(id).transpose()?, second: *second }
        }
        Report::Sheet { startup, .. } => PaperRequest::Sheet { startup: id(startup)? },
        Report::Minutes { startup: Some(startup), on, .. } => {
            PaperRequest::StartupMinutes { startup: id(startup)?, on: call.past_date("--on", on.as_deref())? }
        }
        Report::Minutes { review, .. } => {
            PaperRequest::ReviewMinutes { review: review_id(call, portfolio, review.as_deref().unwrap_or_default())? }
        }
        Report::Papers { review, .. } => PaperRequest::ReviewPapers { review: review_id(call, portfolio, review)? },
        Report::Summary { .. } => PaperRequest::Summary,
    })
}

/// Returns the review with an id or of a day. A day is also the id of the review of that day.
fn review_id(call: &Invocation, portfolio: &Portfolio, typed: &str) -> Result<Id, Failure> {
    if let Some(id) = Id::new(typed).ok().filter(|id| portfolio.reviews.contains_key(id)) {
        return Ok(id);
    }
    let day = call.past_date("--review", Some(typed)).ok().flatten();
    match day.and_then(|day| Id::new(&day.to_string()).ok()) {
        Some(id) => Ok(id),
        None => Id::new(typed).map_err(|error| errors::id(&call.locale, typed, &error)),
    }
}

fn write(
    call: &Invocation,
    (folder, portfolio): (&Folder, &Arc<Portfolio>),
    source: &PaperSource<'_>,
    documents: &[Document],
    options: &ReportOptions,
) -> Result<CommandOutput, Failure> {
    let format = format(options);
    let rendered = source.render(documents, format)?;
    match (&options.out, rendered.as_slice()) {
        (_, []) => Ok(call.text(format!("{}\n", call.locale.text("doc-nothing-late")))),
        (Some(out), _) => {
            let files = papers::files(out, documents, rendered, format);
            papers::save(&call.locale, &files)?;
            let line = |file: &papers::PaperFile| {
                let file = MessageArg::Text(file.path.display().to_string());
                format!("{}\n", call.locale.message("doc-written", &[("file", file)]))
            };
            let mut text: String = files.iter().map(line).collect();
            if options.commit {
                let commit = papers::commit(&call.locale, folder, portfolio, &files)?;
                text.push_str(&format!("{}\n", committed(call, commit)));
            }
            Ok(call.text(text))
        }
        (None, [one]) => Ok(CommandOutput::fine(one.clone())),
        (None, _) if format == PaperFormat::Html => Err(errors::usage(&call.locale, "error-paper-many", vec![])),
        (None, several) => Ok(CommandOutput::fine(several.join("\n\n"))),
    }
}

/// Names the commit of the files, or says that they were committed already.
fn committed(call: &Invocation, commit: Option<String>) -> String {
    match commit {
        Some(commit) => call.locale.message("doc-committed", &[("commit", MessageArg::Text(commit))]),
        None => call.locale.text("doc-committed-already"),
    }
}

fn format(options: &ReportOptions) -> PaperFormat {
    match options.format {
        Some(ReportFormat::Html) => PaperFormat::Html,
        Some(ReportFormat::Text) => PaperFormat::Text,
        Some(ReportFormat::Md) => PaperFormat::Markdown,
        None => {
            let out = options.out.as_deref().map(|out| out.to_string_lossy().into_owned());
            out.and_then(|out| PaperFormat::of_path(&out)).unwrap_or(PaperFormat::Markdown)
        }
    }
}
