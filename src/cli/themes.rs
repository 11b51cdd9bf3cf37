//! Chooses the theme: from the command line, the last session, the configuration, or by the terminal's background.

use std::fs;
use std::path::Path;

use crate::cli::background::may_be_asked;
use crate::cli::config::Config;
use crate::cli::errors::{self, Failure};
use crate::cli::user_dirs;
use crate::locale::Locale;
use crate::store;
use crate::ui::{AUTO, Background, Depth, Session, Theme, ThemeError, ThemeFile, Themes};

/// Maximum size of a theme file.
const MAX_SIZE: u64 = 256 * 1024;

/// The theme of the first frame, and all available ones.
pub struct ThemeChoice {
    pub themes: Themes,
    /// The name of the theme, or [`AUTO`].
    pub name: String,
    pub theme: Theme,
    /// The terminal's background from the environment, else from the last session.
    pub background: Option<Background>,
    /// Whether to query the terminal for its background.
    pub ask: bool,
}

/// Chooses the theme. Faults in a theme file are reported with the configuration, and a built-in theme is used.
///
/// # Errors
/// If the command line names an unknown theme.
pub fn choose(
    locale: &Locale,
    asked: Option<&str>,
    session: &Session,
    config: &mut Config,
) -> Result<ThemeChoice, Failure> {
    let themes = all();
    let from_environment = background_of_environment();
    let before = session.background.as_deref().and_then(Background::named);
    let background = from_environment.or(before);
    let begin = |name: &str, theme: Theme| {
        // The background is needed even with a named theme: the user may switch to `auto` later.
        let ask =
            from_environment.is_none() && themes.depth() != Depth::None && may_be_asked(variable("TERM").as_deref());
        ThemeChoice { themes: themes.clone(), name: name.to_owned(), theme, background, ask }
    };
    let auto = || begin(AUTO, themes.of_background(background.unwrap_or_default()));
    let wishes = [(asked, ThemeSource::CommandLine), (session.theme.as_deref(), ThemeSource::Before)];
    let configured = config.theme.clone();
    for (wish, from) in wishes.into_iter().chain([(configured.as_deref(), ThemeSource::Configuration)]) {
        let Some(name) = wish else { continue };
        if name == AUTO {
            return Ok(auto());
        }
        match (themes.get(name), from) {
            (Ok(theme), _) => return Ok(begin(name, theme)),
            (Err(error), source) if error.place.is_some() => {
                // Those of the configured theme are reported already.
                if !matches!(source, ThemeSource::Configuration) {
                    config.problems.push(error.diagnostic(&themes));
                }
                return Ok(auto());
            }
            (Err(error), ThemeSource::CommandLine) => {
                return Err(refused(locale, &error, &themes));
            }
            // Reported already, or the theme of the last session no longer exists.
            (Err(_), ThemeSource::Configuration | ThemeSource::Before) => {}
        }
    }
    Ok(auto())
}

/// Adds a problem to the configuration if its theme is unknown or faulty.
pub fn check_configured(config: &mut Config) {
    let Some(name) = config.theme.clone().filter(|name| name != AUTO) else { return };
    let themes = all();
    let Err(error) = themes.get(&name) else { return };
    let diagnostic = error.diagnostic(&themes);
    if error.place.is_some() {
        config.problems.push(diagnostic);
    } else {
        config.add_theme_problem(diagnostic.finding.message, diagnostic.finding.args);
    }
}

/// Checks the name of a theme, for commands that don't draw.
///
/// # Errors
/// If there is no such theme.
pub fn check_name(locale: &Locale, asked: Option<&str>) -> Result<(), Failure> {
    let Some(name) = asked.filter(|name| *name != AUTO) else { return Ok(()) };
    let themes = all();
    match themes.get(name) {
        Err(error) if error.place.is_none() => Err(refused(locale, &error, &themes)),
        _ => Ok(()),
    }
}

fn refused(locale: &Locale, error: &ThemeError, themes: &Themes) -> Failure {
    let (what, remedy) = error.words(locale, themes);
    errors::theme(what, &remedy)
}

/// Returns the colours of the terminal.
#[must_use]
pub fn depth() -> Depth {
    Depth::of_environment(
        variable("NO_COLOR").as_deref(),
        variable("COLORTERM").as_deref(),
        variable("TERM").as_deref(),
    )
}

/// Returns the terminal's background if the environment says so.
#[must_use]
pub fn background_of_environment() -> Option<Background> {
    background(variable("COLORFGBG").as_deref())
}

/// Returns the built-in and the user's themes, in the colour depth of the terminal.
fn all() -> Themes {
    let depth = depth();
    let folder = user_dirs::configuration(|name| std::env::var_os(name)).map(|folder| folder.join("themes"));
    Themes::new(depth, folder.as_deref().map(own).unwrap_or_default())
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

#[derive(Clone, Copy)]
enum ThemeSource {
    CommandLine,
    Before,
    Configuration,
}

/// Returns the user's themes. Unreadable files are listed with their error.
fn own(folder: &Path) -> Vec<ThemeFile> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let theme = |path: std::path::PathBuf| {
        let name = path.file_stem()?.to_str()?.to_owned();
        let is_one = path.extension().is_some_and(|ending| ending == "toml") && name != AUTO;
        let text = is_one.then(|| store::read_file(&path, MAX_SIZE).unwrap_or_default())?;
        let text = String::from_utf8_lossy(&text).into_owned();
        Some(ThemeFile { name, file: path.display().to_string(), text })
    };
    entries.flatten().filter_map(|entry| theme(entry.path())).collect()
}

/// Parses `COLORFGBG`: `foreground;background`, set by rxvt and other terminals.
fn background(colours: Option<&str>) -> Option<Background> {
    let background = colours?.rsplit(';').next()?.parse::<u8>().ok()?;
    match background {
        7 | 9..=15 => Some(Background::Light),
        0..=8 => Some(Background::Dark),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::ThemeErrorKind;

    #[test]
    fn colorfgbg_gives_the_background() {
        for (colours, ground) in [
            (Some("0;15"), Some(Background::Light)),
            (Some("0;default;7"), Some(Background::Light)),
            (Some("15;0"), Some(Background::Dark)),
            (Some("12;8"), Some(Background::Dark)),
            (Some("x"), None),
            (Some("0;default"), None),
            (None, None),
        ] {
            assert_eq!(background(colours), ground, "{colours:?}");
        }
    }

    #[test]
    fn themes_are_the_toml_files_of_the_directory() {
        let folder = tempfile::tempdir().expect("a folder");
        for (file, text) in
            [("rose.toml", "inherits = \"dark\""), ("notes.txt", ""), ("auto.toml", ""), ("b.toml", "é")]
        {
            fs::write(folder.path().join(file), text).expect("written");
        }
        fs::create_dir(folder.path().join("sub.toml")).expect("made");
        let mut own = own(folder.path());
        own.sort_by(|one, other| one.name.cmp(&other.name));
        let names: Vec<&str> = own.iter().map(|own| own.name.as_str()).collect();
        assert_eq!(names, ["b", "rose", "sub"], "one that cannot be read is listed, and found broken");
        assert!(own.iter().all(|own| own.file.ends_with(&format!("{}.toml", own.name))));
        let themes = Themes::new(Depth::True, own);
        assert!(themes.get("rose").is_ok());
        assert_eq!(themes.get("b").map_err(|error| error.place.is_some()), Err(true));
        assert!(themes.get("sub").is_err_and(|error| matches!(error.kind, ThemeErrorKind::MissingToken(_))));
    }
}
