//! `config`: settings, problems, keys, and a template.

use std::fmt::Write as _;

use super::{CommandOutput, Invocation};
use crate::cli::config::{Config, default_text};
use crate::cli::errors::{Code, Failure};
use crate::locale::Language;
use crate::model::MessageArg;
use crate::report::{self, json, text};
use crate::ui::keymap::{KeyContext, Keymap};

pub(super) fn config(call: &Invocation, check: bool, keys: bool, default: bool) -> Result<CommandOutput, Failure> {
    if default {
        call.no_json("config --default")?;
        return Ok(CommandOutput::fine(default_text(&call.locale)));
    }
    if keys {
        return self::keys(call);
    }
    let reply = if call.json {
        call.json(&as_json(call))?
    } else {
        let problems = report::render(&call.config.problems, &call.locale, call.colour(), call.width());
        CommandOutput::fine(if check { problems } else { format!("{}\n{problems}", settings(call)) })
    };
    let fails = check && !call.config.problems.is_empty();
    Ok(CommandOutput { code: if fails { Code::Refused } else { Code::Fine }, ..reply })
}

fn as_json(call: &Invocation) -> json::ConfigJson {
    let config = &call.config;
    json::ConfigJson {
        file: config.file.as_ref().map(|file| file.display().to_string()),
        exists: config.exists,
        language: config.language.map(Language::tag),
        theme: config.theme.clone(),
        mouse: config.mouse,
        watch: config.watch,
        ascii: config.ascii,
        links: config.links,
        me: config.me.as_ref().map(ToString::to_string),
        problems: json::problems(&config.problems, &call.locale),
    }
}

/// Lists the settings, each with its origin.
fn settings(call: &Invocation) -> String {
    let (config, locale) = (&call.config, &call.locale);
    let word = |key: &str| locale.text(&format!("config-{key}"));
    let switch =
        |set: Option<bool>, built_in: bool| (word(if set.unwrap_or(built_in) { "yes" } else { "no" }), set.is_some());
    let file = config.file_name();
    let file = if config.exists { file } else { locale.message("config-absent", &[("file", MessageArg::Text(file))]) };
    let language = config.language.map(|language| language.tag().to_owned());
    let own = ("count", MessageArg::count(own_keys(config)));
    let rows = [
        ("language", (language.clone().unwrap_or_else(|| word("as-system")), language.is_some())),
        ("theme", (config.theme.clone().unwrap_or_else(|| word("as-terminal")), config.theme.is_some())),
        ("mouse", switch(config.mouse, true)),
        ("watch", switch(config.watch, true)),
        ("ascii", switch(config.ascii, false)),
        (
            "links",
            match config.links {
                None => (word("as-terminal"), false),
                set => switch(set, false),
            },
        ),
        ("me", (config.me.as_ref().map_or_else(|| word("by-email"), ToString::to_string), config.me.is_some())),
        ("keys", (locale.message("config-own-keys", &[own]), own_keys(config) > 0)),
    ];
    let title = |name: &str| format!("{:<10}", word(&format!("title-{name}")));
    let mut text = format!("{}{}\n", title("file"), report::sanitize(&file));
    for (name, (value, is_set)) in rows {
        let from = word(if is_set { "from-file" } else { "built-in" });
        let _ = writeln!(text, "{}{} ({from})", title(name), report::sanitize(&value));
    }
    let _ = writeln!(text, "\n{}", locale.text("config-how"));
    text
}

/// Counts the commands with other keys than the built-in ones.
fn own_keys(config: &Config) -> usize {
    let built_in = Keymap::built_in();
    let differs = |command| {
        KeyContext::ALL.into_iter().any(|at| built_in.keys_of(at, command) != config.keymap.keys_of(at, command))
    };
    crate::ui::Command::ALL.iter().filter(|command| differs(**command)).count()
}

fn keys(call: &Invocation) -> Result<CommandOutput, Failure> {
    let rows = call.config.keymap.bindings().iter().map(|entry| json::KeyJson {
        command: entry.command.name(),
        keys: entry.keys.clone(),
        places: entry.contexts.iter().map(|context| context.name()).collect(),
        what: call.locale.text(&format!("command-{}", entry.command.name())),
    });
    let rows: Vec<_> = rows.collect();
    if call.json {
        return call.json(&json::KeysJson { keys: rows });
    }
    Ok(CommandOutput::fine(text::keys(&rows, KeyContext::ALL.len(), &call.locale, call.width())))
}
