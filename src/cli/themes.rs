//! Which theme the screen begins with: the one asked for on the command line, the one chosen on the screen the last
//! time, the configuration's, or the one that goes with the terminal's background.

use std::fs;
use std::path::Path;

use crate::cli::background::may_be_asked;
use crate::cli::config::Config;
use crate::cli::errors::{self, Failure};
use crate::cli::user_dirs;
use crate::locale::Locale;
use crate::ui::{AUTO, Background, Depth, Session, Theme, ThemeError, ThemeFile, Themes};

/// A larger file is refused: it is no theme.
const LARGEST: u64 = 256 * 1024;

/// The theme of the first frame, and all themes to choose from.
pub struct ThemeChoice {
    /// All of them.
    pub themes: Themes,
    /// The name of the one chosen, or [`AUTO`].
    pub name: String,
    /// Itself.
    pub theme: Theme,
    /// The terminal's background as far as the environment tells it, else as it was the last time.
    pub background: Option<Background>,
    /// Whether the terminal is to be asked for it.
    pub ask: bool,
}

/// Chooses. What is wrong with a theme is told with the configuration, and the built-in one stands in for it.
///
/// # Errors
/// When the command line asks for one that there is not.
pub fn choose(
    locale: &Locale,
    asked: Option<&str>,
    session: &Session,
    config: &mut Config,
) -> Result<ThemeChoice, Failure> {
    let themes = all();
    let told = background(variable("COLORFGBG").as_deref());
    let before = session.background.as_deref().and_then(Background::named);
    let background = told.or(before);
    let begin = |name: &str, theme: Theme| {
        // A theme asked for by its name may still be changed for the one that goes with the terminal.
        let ask = told.is_none() && themes.depth() != Depth::None && may_be_asked(variable("TERM").as_deref());
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
            (Err(error), _) if error.place.is_some() => {
                config.problems.push(error.diagnostic(&themes));
                return Ok(auto());
            }
            (Err(error), ThemeSource::CommandLine) => {
                return Err(refused(locale, &error, &themes));
            }
            (Err(error), ThemeSource::Configuration) => {
                let finding = error.diagnostic(&themes).finding;
                config.complain_of_theme(finding.message, finding.args);
            }
            // It was there the last time.
            (Err(_), ThemeSource::Before) => {}
        }
    }
    Ok(auto())
}

/// Refuses a theme that there is not, for a command that draws none.
///
/// # Errors
/// When there is none of that name.
pub fn known(locale: &Locale, asked: Option<&str>) -> Result<(), Failure> {
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

/// The built-in themes and the user's own, in as many colours as the terminal shows.
fn all() -> Themes {
    let depth = Depth::of_environment(
        variable("NO_COLOR").as_deref(),
        variable("COLORTERM").as_deref(),
        variable("TERM").as_deref(),
    );
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

/// The user's own themes. A file that cannot be read is listed with its error.
fn own(folder: &Path) -> Vec<ThemeFile> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let theme = |path: std::path::PathBuf| {
        let name = path.file_stem()?.to_str()?.to_owned();
        let is_one = path.extension().is_some_and(|ending| ending == "toml") && name != AUTO;
        let small = fs::metadata(&path).is_ok_and(|found| found.is_file() && found.len() <= LARGEST);
        let text = is_one.then(|| fs::read(&path).ok().filter(|_| small).unwrap_or_default())?;
        let text = String::from_utf8_lossy(&text).into_owned();
        Some(ThemeFile { name, file: path.display().to_string(), text })
    };
    entries.flatten().filter_map(|entry| theme(entry.path())).collect()
}

/// The background that `COLORFGBG` names: `foreground;background`, set by rxvt and other terminals.
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
    use crate::ui::Fault;

    #[test]
    fn a_terminal_that_names_its_background_is_believed() {
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
    fn own_themes_are_the_files_of_their_folder_that_end_so() {
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
        assert!(themes.get("sub").is_err_and(|error| matches!(error.fault, Fault::MissingToken(_))));
    }
}
