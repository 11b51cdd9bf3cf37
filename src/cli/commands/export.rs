//! `export`: the portfolio as a workbook, CSV, a calendar, a web page, or JSON.

use std::fs;
use std::path::Path;

use chrono::NaiveTime;

use super::report;
use super::{CommandOutput, Invocation};
use crate::cli::args::export::{Export, ExportDialect, ExportOptions, ExportTableName};
use crate::cli::args::report::ReportAudience;
use crate::cli::diagnostics;
use crate::cli::errors::{self, Failure};
use crate::cli::output;
use crate::cli::papers;
use crate::cli::templates;
use crate::export::{self, CalendarOf, CsvDialect, ExportInput, TableName};
use crate::locale::Locale;
use crate::model::{Id, MessageArg, short_commit};
use crate::papers::PaperInput;
use crate::parallel::AllCores;
use crate::report::json;
use crate::rules;
use crate::rules::check::CheckInput;
use crate::store::Folder;

pub(super) fn export(call: &Invocation, what: &Export) -> Result<CommandOutput, Failure> {
    if !matches!(what, Export::Json { .. }) {
        call.no_json("export")?;
    }
    let (folder, portfolio) = call.portfolio()?;
    let locale = Locale::new(papers::language(call.lang_given, &portfolio));
    let place_of = diagnostics::place_of(&folder);
    let options = options(what);
    let commit = folder.head().ok().flatten().map(|commit| short_commit(&commit).to_owned());
    let paper = PaperInput {
        portfolio: &portfolio,
        locale: &locale,
        as_of: call.as_of,
        commit,
        audience: report::audience(options.audience.unwrap_or_else(|| default_audience(what))),
        place_of: &place_of,
    };
    let answers = rules::answers_with(&portfolio, call.as_of, &AllCores);
    let checked = CheckInput { portfolio: &portfolio, as_of: call.as_of, today: call.today };
    let diagnostics = if paper.is_public() { Vec::new() } else { diagnostics::check(&folder, &checked) };
    let made = folder.head_time().ok().flatten().unwrap_or_else(|| call.as_of.and_time(NaiveTime::MIN));
    let input = ExportInput { paper: &paper, answers: &answers, diagnostics: &diagnostics, made };
    let bytes = bytes(call, &folder, &input, what)?;
    write(call, options.out.as_deref(), &bytes, matches!(what, Export::Xlsx { .. }))
}

const fn options(what: &Export) -> &ExportOptions {
    match what {
        Export::Xlsx { options }
        | Export::Csv { options, .. }
        | Export::Ics { options, .. }
        | Export::Html { options }
        | Export::Json { options } => options,
    }
}

/// Returns the audience without `--audience`: public for pages and calendars, which are meant to be published.
const fn default_audience(what: &Export) -> ReportAudience {
    match what {
        Export::Html { .. } | Export::Ics { .. } => ReportAudience::Public,
        Export::Xlsx { .. } | Export::Csv { .. } | Export::Json { .. } => ReportAudience::Members,
    }
}

fn bytes(call: &Invocation, folder: &Folder, input: &ExportInput<'_>, what: &Export) -> Result<Vec<u8>, Failure> {
    let made = match what {
        Export::Xlsx { .. } => export::xlsx(input),
        Export::Csv { table, dialect, .. } => {
            let name = table_name(*table);
            if input.paper.is_public() && !name.is_public() {
                return Err(errors::usage(&call.locale, "error-export-members", vec![]));
            }
            export::csv(input, &export::table(input, name), csv_dialect(*dialect))
        }
        Export::Ics { party, person, .. } => {
            let of = calendar_of(call, input.paper, party.as_deref(), person.as_deref())?;
            Ok(export::calendar(input, &of).into_bytes())
        }
        Export::Html { .. } => export::page(input, &templates::templates(folder.root())).map(String::into_bytes),
        Export::Json { .. } => match export::answers(input) {
            Ok(object) => {
                let object = json::from_records(input.paper.portfolio, call.at_commit.get(), object);
                return Ok(call.json(&object)?.text.into_bytes());
            }
            Err(error) => Err(error),
        },
    };
    made.map_err(|error| errors::export(&call.locale, &error))
}

const fn table_name(typed: ExportTableName) -> TableName {
    match typed {
        ExportTableName::Startups => TableName::Startups,
        ExportTableName::Funding => TableName::Funding,
        ExportTableName::Obligations => TableName::Obligations,
        ExportTableName::Committees => TableName::Committees,
        ExportTableName::Expenditure => TableName::Expenditure,
        ExportTableName::Findings => TableName::Findings,
    }
}

const fn csv_dialect(typed: ExportDialect) -> CsvDialect {
    match typed {
        ExportDialect::Rfc => CsvDialect::Rfc,
        ExportDialect::ExcelFr => CsvDialect::ExcelFr,
    }
}

/// Returns the party or person that the calendar is limited to. Fails if the portfolio does not contain it.
fn calendar_of(
    call: &Invocation,
    paper: &PaperInput<'_>,
    party: Option<&str>,
    person: Option<&str>,
) -> Result<CalendarOf, Failure> {
    let id = |typed: &str| Id::new(typed).map_err(|error| errors::id(&call.locale, typed, &error));
    let unknown = |key: &str, typed: &str| {
        Err(errors::usage(&call.locale, key, vec![("id", MessageArg::Text(typed.to_owned()))]))
    };
    match (party, person) {
        (Some(typed), _) => match id(typed)? {
            party if paper.portfolio.parties.contains_key(&party) => Ok(CalendarOf::Party(party)),
            _ => unknown("error-paper-no-party", typed),
        },
        (None, Some(typed)) => match id(typed)? {
            person if paper.portfolio.incubator.people.iter().any(|one| one.id == person) => {
                Ok(CalendarOf::Person(person))
            }
            _ => unknown("error-export-no-person", typed),
        },
        (None, None) => Ok(CalendarOf::All),
    }
}

fn write(call: &Invocation, out: Option<&Path>, bytes: &[u8], is_binary: bool) -> Result<CommandOutput, Failure> {
    let Some(out) = out else {
        if !is_binary {
            let text = String::from_utf8_lossy(bytes).into_owned();
            return Ok(CommandOutput::fine(text));
        }
        let is_written = output::print_bytes(bytes).map_err(|error| errors::system(&call.locale, &error))?;
        return match is_written {
            true => Ok(CommandOutput::fine(String::new())),
            false => Err(errors::usage(&call.locale, "error-export-terminal", vec![])),
        };
    };
    fs::write(out, bytes).map_err(|error| errors::unwritable(&call.locale, out, &error))?;
    let file = ("file", MessageArg::Text(out.display().to_string()));
    Ok(call.text(format!("{}\n", call.locale.message("doc-written", &[file]))))
}
