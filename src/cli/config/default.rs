//! The template of a configuration: the defaults, commented out.

use std::fmt::Write as _;

use crate::locale::Locale;
use crate::ui::keymap::HelpSection;
use crate::ui::{Command, Keymap};

/// Returns the template, with explanations in a language.
#[must_use]
pub fn text(locale: &Locale) -> String {
    let mut text = format!("# {}\n", locale.text("config-file-head"));
    let settings = [
        ("config-file-language", format!("language = \"{}\"", locale.language.tag())),
        ("config-file-theme", "theme = \"dark\"".to_owned()),
        ("config-file-mouse", "mouse = true".to_owned()),
        ("config-file-watch", "watch = true".to_owned()),
        ("config-file-ascii", "ascii = false".to_owned()),
        ("config-file-links", "links = true".to_owned()),
        ("config-file-me", "me = \"coach-a\"".to_owned()),
    ];
    for (words, line) in settings {
        let _ = write!(text, "\n# {}\n# {line}\n", locale.text(words));
    }
    let _ = write!(text, "\n# {}\n[keys]\n", locale.text("config-file-keys"));
    let keymap = Keymap::built_in();
    let mut listed: Vec<Command> = Vec::new();
    for section in HelpSection::ALL {
        let _ = write!(text, "\n# {}\n", locale.text(&format!("help-{}", section.name())));
        for entry in keymap.bindings().iter().filter(|entry| entry.section == section) {
            if listed.contains(&entry.command) {
                continue;
            }
            listed.push(entry.command);
            let keys: Vec<_> = entry.keys.iter().map(|keys| format!("{keys:?}")).collect();
            let line = format!("{} = [{}]", entry.command.name(), keys.join(", "));
            let words = locale.text(&format!("command-{}", entry.command.name()));
            let _ = writeln!(text, "# {line:<40} # {words}");
        }
    }
    let _ = write!(text, "\n# {}\n# [keys.in.obligations]\n# done = [\"Alt-d\"]\n", locale.text("config-file-in"));
    text
}
