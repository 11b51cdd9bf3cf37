//! Arguments, terminal, event loop, effects and exit codes.
//!
//! The only module that asks for the day and uses the terminal. [`run`] is the whole program: it parses the arguments
//! (`args`) and runs a command (`commands`), or opens the screen (`screen`). The screen's effects are performed by
//! `effects` on the thread of `worker`; `errors` has the words and exit codes of all failures.

mod accessible;
mod ansi_backend;
mod args;
mod background;
mod changes;
mod charset;
mod clipboard;
mod clock;
mod commands;
mod config;
mod detached;
mod diagnostics;
mod drafts;
mod editor;
pub mod effects;
mod errors;
mod evidence;
mod fingerprints;
pub mod first_screen;
mod folders;
mod history;
mod import;
mod init;
mod leaving;
mod linked_cells;
mod links;
mod message;
mod output;
mod papers;
mod remote_review;
mod resolve_folder;
mod revision;
mod schemas;
mod screen;
mod session;
mod signals;
mod suggest;
mod sync;
mod templates;
pub mod terminal;
mod themes;
mod usage;
mod user_dirs;
mod watcher;
mod worker;

use std::process::ExitCode;
use std::sync::Arc;

use clap::error::ErrorKind;

use self::args::setup::DemoArgs;
use self::args::{Args, CliCommand};
use self::commands::Invocation;
use self::commands::demo::DemoOptions;
use self::config::Config;
use self::errors::{Code, Failure};
use self::first_screen::FirstDataReader;
use self::session::SessionFile;
use self::usage::UsageOutcome;
use crate::locale::{Language, Locale};
use crate::model::{MessageArg, SystemError, short_commit};
use crate::ui::{Session, Setup};

/// Runs the program and returns its exit code.
#[must_use]
pub fn run() -> ExitCode {
    if let Some(code) = detached::run(std::env::args_os()) {
        return code;
    }
    let mut words = usage::expand_help(std::env::args_os().collect());
    let config = config::load(|name| std::env::var_os(name));
    let preferred = config.language.unwrap_or_else(system_language);
    // Without arguments there is nothing to parse, and the first screen comes sooner.
    let understood = if words.len() == 1 { Ok(Args::default()) } else { args::parse(&words) };
    // What is missing is asked for.
    let understood = match understood {
        Err(error) if error.kind() == ErrorKind::MissingRequiredArgument && accessible::is_asked_for() => {
            words.push(format!("--{}", args::verbs::PLAIN).into());
            args::parse(&words).map_err(|_| error)
        }
        understood => understood,
    };
    let code = match understood {
        Ok(args) => execute(args, config, preferred),
        Err(error) => {
            let locale = Locale::new(usage::language(&words).unwrap_or(preferred));
            match usage::usage(&error, &words, &locale, output::wants_colour()) {
                UsageOutcome::Help(text) => write(&locale, &text, Code::Fine),
                UsageOutcome::Error(failure) => report_error(&failure.line(), failure.code),
            }
        }
    };
    ExitCode::from(code.number())
}

fn execute(args: Args, config: Config, preferred: Language) -> Code {
    let language = args.common.lang.unwrap_or(preferred);
    let locale = Arc::new(Locale::new(language));
    let done = match args.command {
        None => screen(args, config, locale, false),
        Some(CliCommand::Demo(DemoArgs { no_open: false, records: None, .. })) if !args.common.json => {
            demo(args, config, locale)
        }
        Some(command) => {
            let symbols = charset::symbols(args.ascii, &config);
            Invocation::new(&args.common, args.place, (Arc::clone(&locale), symbols), config).and_then(|call| {
                let reply = call.answer(command)?;
                Ok(match &reply.commit {
                    Some(commit) => write_committed(&locale, &reply.text, commit),
                    None => write(&locale, &reply.text, reply.code),
                })
            })
        }
    };
    done.unwrap_or_else(|failure| report_error(&failure.line(), failure.code))
}

/// Opens the screen, with the tour if it is that of the demo.
fn screen(args: Args, mut config: Config, locale: Arc<Locale>, tour: bool) -> Result<Code, Failure> {
    if args.common.json {
        let misspelt = args.place.and_then(|place| resolve_folder::misspelt_command(&locale, &place));
        return Err(misspelt.unwrap_or_else(|| errors::usage(&locale, "error-json-needs-command", vec![])));
    }
    if args.place.is_some() && args.common.folder.is_some() {
        return Err(errors::usage(&locale, "error-two-folders", vec![]));
    }
    let today = clock::today();
    let as_of = commands::as_of(&locale, &args.common, today)?;
    let (folder, suggested_name) = resolve_folder::open_or_init(&locale, args.place.or(args.common.folder).as_deref())?;
    if !terminal::is_one() {
        return Err(errors::usage(&locale, "error-no-terminal", vec![]));
    }
    let view = args.view.as_deref().map(|name| commands::view::for_screen(&locale, &folder, name)).transpose()?;
    let size = crossterm::terminal::size().map_err(|error| errors::system(&locale, &error))?;
    let root = folder.root().to_owned();
    let loader = FirstDataReader::begin(folder, size.1, as_of, args.common.at.is_some())
        .map_err(|error| errors::system(&locale, &error))?;
    let session_file = SessionFile::of(&root, &config);
    let mut session = if args.fresh { Session::default() } else { session_file.read() };
    if let Some(view) = view {
        session.show(view);
    }
    let (place, left) = drafts::open(&root);
    let language = args.common.lang.or_else(|| session.language()).unwrap_or(locale.language);
    let locale = Arc::new(Locale::new(language).ready());
    themes::check_configured(&mut config);
    let chosen = themes::choose(&locale, args.common.theme.as_deref(), &session, &mut config)?;
    let watches = !args.no_watch && config.watch.unwrap_or(true);
    let symbols = charset::symbols(args.ascii, &config);
    let (me, links) = (config.me.clone(), links::wanted(config.links));
    let setup = Setup {
        as_of,
        at: args.common.at,
        since: args.since,
        // "." would say nothing about the folder.
        folder: std::path::absolute(&root).unwrap_or_else(|_| root.clone()).display().to_string(),
        suggested_name,
        mouse: !args.no_mouse && session.mouse.or(config.mouse).unwrap_or(true),
        session,
        drafts: left.drafts,
        symbols,
        tour,
        config: config.status(),
        themes: chosen.themes,
        theme_name: chosen.name,
        background: chosen.background,
        ..Setup::with_keys(config.keymap, language, chosen.theme, today, size)
    };
    let messages = left.broken.iter().map(|file| {
        let file = [("file", MessageArg::Text(file.display().to_string()))];
        locale.message("drafts-broken", &file)
    });
    let options = screen::ScreenOptions {
        session_file: &session_file,
        drafts: place,
        messages: messages.collect(),
        ask: chosen.ask,
        watches,
        me,
        links,
    };
    screen::run(setup, loader, Arc::clone(&locale), options)
}

/// Creates the demo, opens it, and prints its path at the end.
fn demo(mut args: Args, config: Config, locale: Arc<Locale>) -> Result<Code, Failure> {
    themes::check_name(&locale, args.common.theme.as_deref())?;
    if !terminal::is_one() {
        return Err(errors::usage(&locale, "error-no-terminal", vec![]));
    }
    let Some(CliCommand::Demo(DemoArgs { dir, seed, .. })) = args.command.take() else {
        return screen(args, config, locale, false);
    };
    let dir = dir.or_else(|| args.common.folder.take());
    let asked = DemoOptions { dir: dir.as_deref(), seed, records: None };
    let made = commands::demo::make(&locale, commands::as_of(&locale, &args.common, clock::today())?, &asked)?;
    (args.place, args.fresh) = (Some(made.folder.clone()), true);
    let code = screen(args, config, Arc::clone(&locale), true)?;
    let left = locale.message("demo-left", &[("folder", MessageArg::Text(made.folder.display().to_string()))]);
    Ok(write(&locale, &format!("{left}\n"), code))
}

fn system_language() -> Language {
    sys_locale::get_locale().map_or(Language::English, |tag| Language::from_tag(&tag))
}

fn write(locale: &Locale, text: &str, code: Code) -> Code {
    match output::print(text) {
        Ok(()) => code,
        Err(error) => {
            let failure = errors::system(locale, &error);
            report_error(&failure.line(), failure.code)
        }
    }
}

/// Writes the answer about a commit that was made. If that fails, a script must not make the edit again.
fn write_committed(locale: &Locale, text: &str, commit: &str) -> Code {
    if let Err(error) = output::print(text) {
        let commit = MessageArg::Text(short_commit(commit).to_owned());
        let why = MessageArg::System(SystemError::from(&error));
        output::error(&locale.message("committed-unsaid", &[("commit", commit), ("why", why)]));
    }
    Code::Fine
}

fn report_error(line: &str, code: Code) -> Code {
    output::error(line);
    code
}
