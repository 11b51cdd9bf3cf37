//! `doctor`: what is wrong with a set-up, and the remedy.

use std::path::Path;
use std::time::Duration;

use super::{CommandOutput, Invocation};
use crate::cli::errors::{self, Code, Failure};
use crate::cli::{background, charset, clipboard, editor, resolve_folder, terminal, themes};
use crate::locale::Locale;
use crate::model::{MessageArg, MessageArgs, Severity};
use crate::report::json::{DoctorJson, DoctorLineJson};
use crate::report::text;
use crate::store::{self, DoctorLine, DoctorResult, Folder, is_installed};
use crate::ui::{AUTO, Background, Depth};

/// How long the terminal may take to answer.
const ANSWER: Duration = Duration::from_millis(500);

/// The smallest screen.
const SMALLEST: (u16, u16) = (20, 5);

/// Examines the set-up and prints one line for each part. Exits with 1 if an edit or a sync would not work.
pub(super) fn doctor(call: &Invocation) -> Result<CommandOutput, Failure> {
    let opened = resolve_folder::open(&call.locale, call.named.as_deref());
    let root = match &opened {
        Ok(folder) => folder.root().to_owned(),
        Err(_) => call.named.clone().unwrap_or_else(|| Path::new(".").to_owned()),
    };
    let mut lines: Vec<_> = store::examine(&root).into_iter().map(|line| row(&call.locale, line)).collect();
    let core_editor = opened.as_ref().ok().and_then(Folder::editor);
    if let Err(failure) = opened {
        lines.retain(|line| line.check != "folder");
        lines.insert(0, DoctorLineJson::new("folder", Some(Severity::Error), failure.what, failure.remedy));
    }
    lines.extend(environment(call, core_editor).into_iter().map(|line| row(&call.locale, line)));
    let working = lines.iter().all(|line| line.severity != Some(Severity::Error));
    let reply = if call.json {
        call.json(&DoctorJson { working, lines })?
    } else {
        call.text(text::doctor(&lines, &call.locale))
    };
    Ok(CommandOutput { code: if working { Code::Fine } else { Code::Refused }, ..reply })
}

/// Returns a line in words.
fn row(locale: &Locale, DoctorLine { check, result }: DoctorLine) -> DoctorLineJson {
    let (severity, key, args) = match result {
        DoctorResult::Good(key, args) => (None, key, args),
        DoctorResult::Warning(key, args) => (Some(Severity::Warning), key, args),
        DoctorResult::Broken(key, args) => (Some(Severity::Error), key, args),
        DoctorResult::Fails(error) => {
            let Failure { what, remedy, .. } = errors::sync(locale, &error);
            let remedy = if remedy.is_empty() { locale.text("doctor-look") } else { remedy };
            return DoctorLineJson::new(check, Some(Severity::Error), what, remedy);
        }
    };
    let Failure { what, remedy, .. } = errors::refused(locale, key, args);
    DoctorLineJson::new(check, severity, what, remedy)
}

/// Locale, terminal, clipboard and editor.
fn environment(call: &Invocation, core_editor: Option<String>) -> Vec<DoctorLine> {
    let lines = [
        ("locale", locale(call)),
        ("colours", colours()),
        ("size", size()),
        ("background", background(call)),
        ("clipboard", clipboard()),
        ("editor", editor(core_editor)),
    ];
    lines.into_iter().map(|(check, result)| DoctorLine { check, result }).collect()
}

fn text_arg(name: &'static str, value: impl Into<String>) -> MessageArgs {
    vec![(name, MessageArg::Text(value.into()))]
}

fn locale(call: &Invocation) -> DoctorResult {
    if charset::is_other_than_utf8() {
        let name = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(variable).next().unwrap_or_default();
        return DoctorResult::Warning("doctor-locale-not-utf8", text_arg("locale", name));
    }
    DoctorResult::Good("doctor-locale", text_arg("language", call.locale.language.tag()))
}

fn colours() -> DoctorResult {
    let term = variable("TERM").unwrap_or_default();
    match themes::depth() {
        Depth::True => DoctorResult::Good("doctor-colours-true", MessageArgs::new()),
        Depth::Indexed => DoctorResult::Good("doctor-colours-indexed", MessageArgs::new()),
        Depth::Sixteen if term.is_empty() => DoctorResult::Warning("doctor-colours-no-term", MessageArgs::new()),
        Depth::Sixteen => DoctorResult::Good("doctor-colours-sixteen", MessageArgs::new()),
        Depth::None if variable("NO_COLOR").is_some() => {
            DoctorResult::Good("doctor-colours-unwanted", MessageArgs::new())
        }
        Depth::None => DoctorResult::Warning("doctor-colours-none", text_arg("term", term)),
    }
}

fn size() -> DoctorResult {
    if !terminal::is_one() {
        return DoctorResult::Warning("doctor-no-terminal", MessageArgs::new());
    }
    let Ok((columns, rows)) = crossterm::terminal::size() else {
        return DoctorResult::Warning("doctor-size-unknown", MessageArgs::new());
    };
    let args =
        vec![("columns", MessageArg::count(usize::from(columns))), ("rows", MessageArg::count(usize::from(rows)))];
    if columns < SMALLEST.0 || rows < SMALLEST.1 {
        return DoctorResult::Warning("doctor-size-small", args);
    }
    DoctorResult::Good("doctor-size", args)
}

/// Returns the background, which decides on the theme unless the configuration names one.
fn background(call: &Invocation) -> DoctorResult {
    if let Some(theme) = call.config.theme.as_deref().filter(|theme| *theme != AUTO) {
        return DoctorResult::Good("doctor-background-theme", text_arg("theme", theme));
    }
    if themes::depth() == Depth::None {
        return DoctorResult::Good("doctor-background-unneeded", MessageArgs::new());
    }
    let may_ask = terminal::is_one() && background::may_be_asked(variable("TERM").as_deref());
    let asked = || if may_ask { terminal::background_within(ANSWER).ok().flatten() } else { None };
    match themes::background_of_environment().or_else(asked) {
        Some(Background::Dark) => DoctorResult::Good("doctor-background-dark", MessageArgs::new()),
        Some(Background::Light) => DoctorResult::Good("doctor-background-light", MessageArgs::new()),
        None => DoctorResult::Warning("doctor-background-unknown", MessageArgs::new()),
    }
}

fn clipboard() -> DoctorResult {
    match clipboard::program_of_environment() {
        Some((program, _)) if !is_installed(program) => {
            DoctorResult::Warning("doctor-clipboard-no-program", text_arg("program", program))
        }
        Some((program, _)) => DoctorResult::Good("doctor-clipboard", text_arg("program", program)),
        None => DoctorResult::Good("doctor-clipboard-by-terminal", MessageArgs::new()),
    }
}

fn editor(core_editor: Option<String>) -> DoctorResult {
    let editor = editor::chosen(variable, core_editor);
    let args = text_arg("editor", editor.as_str());
    let program = editor.split_whitespace().next().unwrap_or_default().trim_matches(['"', '\'']);
    // The shell expands what is more than a name.
    let is_plain = !program.starts_with(['~', '$']);
    if is_plain && !is_installed(program) {
        return DoctorResult::Warning("doctor-editor-missing", args);
    }
    DoctorResult::Good("doctor-editor", args)
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
