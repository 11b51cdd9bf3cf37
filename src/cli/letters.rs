//! Reminder letters for rows of the screen, to be copied.

use super::diagnostics;
use super::errors::{self, Failure};
use super::templates::templates;
use crate::locale::{Language, Locale};
use crate::model::short_commit;
use crate::papers::{self, Audience, PaperFormat, PaperInput};
use crate::rules::Occurrence;
use crate::store::Folder;
use crate::ui::Data;

/// The letters that remind of what is late, as plain text in the language of papers. `locale` is that of errors.
///
/// # Errors
/// If a template of the folder is wrong.
pub fn letters(locale: &Locale, folder: &Folder, data: &Data, late: &[Occurrence]) -> Result<String, Failure> {
    let portfolio = &data.portfolio;
    let own = portfolio.incubator.language.as_deref();
    let words = Locale::new(own.map_or(Language::French, Language::from_tag));
    let commit = folder.head().ok().flatten().map(|commit| short_commit(&commit).to_owned());
    let place_of = diagnostics::place_of(folder);
    let (as_of, audience) = (data.as_of, Audience::Members);
    let input = PaperInput { portfolio, locale: &words, as_of, commit, audience, place_of: &place_of };
    let templates = templates(folder.root());
    let mut letters = Vec::new();
    for letter in papers::letters(&input, late) {
        let text = papers::render_paper(&letter, PaperFormat::Text, &templates, &words);
        letters.push(text.map_err(|error| errors::render(locale, &error))?);
    }
    Ok(letters.join("\n\n"))
}
