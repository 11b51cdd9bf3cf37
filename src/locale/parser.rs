//! Translates the common error messages of the TOML parser, which are in English.

use super::Language;
use super::messages::{self, FormattedArg, Messages};

/// Separates the error from what was expected.
const EXPECTED: &str = ", expected ";

/// Returns the translation of a message, or the message itself if there is none.
pub(super) fn words(language: Language, said: &str) -> String {
    let (wrong, expected) = said.split_once(EXPECTED).map_or((said, None), |(wrong, rest)| (wrong, Some(rest)));
    let has = |key: String| Messages::of(language).has(&key).then(|| messages::text(language, &key));
    let Some(wrong) = has(format!("toml-{}", name(wrong))) else { return said.to_owned() };
    let Some(expected) = expected else { return wrong };
    let what = |one: &str| has(format!("toml-what-{}", name(one))).unwrap_or_else(|| one.to_owned());
    let what = expected.split(", ").map(what).collect::<Vec<_>>().join(", ");
    messages::message(
        language,
        "toml-expected",
        [("words", FormattedArg::Text(wrong)), ("what", FormattedArg::Text(what))],
    )
}

/// Converts a message to the suffix of a key.
fn name(said: &str) -> String {
    said.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_errors_are_translated() {
        for (text, french) in [
            ("a = \"b\n", "texte entre guillemets mal formé, attendu\u{a0}: `\"`"),
            ("a = 1\na = 2\n", "clé écrite deux fois"),
            ("a\n", "clé sans valeur, attendu\u{a0}: `=`"),
            ("a = [1\n", "liste non fermée, attendu\u{a0}: `]`"),
            ("a = [\nb = 1\n", "signe = inattendu dans la liste, attendu\u{a0}: une valeur, `]`"),
            ("a = b\n", "un texte s’écrit entre guillemets, attendu\u{a0}: un texte entre apostrophes"),
        ] {
            let error = toml::de::DeTable::parse(text).unwrap_err();
            let said = error.message().lines().next().unwrap_or_default();
            assert_eq!(words(Language::French, said), french, "{text}");
            assert_eq!(words(Language::English, said), said, "{text}");
        }
        for (text, french) in [
            (
                "a = \"b\u{1b}\"\n",
                "texte entre guillemets mal formé, attendu\u{a0}: des caractères visibles, sans guillemet, `\\`",
            ),
            (
                "a = 'b\0'\n",
                "texte entre apostrophes mal formé, attendu\u{a0}: des caractères visibles, sans apostrophe",
            ),
            (
                "a = \"\"\"\0\"\"\"\n",
                "texte sur plusieurs lignes mal formé, attendu\u{a0}: `\\`, des caractères visibles",
            ),
            ("# \0\n", "caractère interdit dans le commentaire, attendu\u{a0}: des caractères visibles"),
            (
                "a = \"\\u00\"\n",
                "numéro de caractère Unicode trop court, attendu\u{a0}: le numéro d’un caractère Unicode en hexadécimal",
            ),
            ("a = \"\\q\"\n", "il manque ce qui suit la barre oblique inverse, attendu\u{a0}: `b`"),
        ] {
            let error = toml::de::DeTable::parse(text).unwrap_err();
            let said = error.message().lines().next().unwrap_or_default();
            assert!(words(Language::French, said).starts_with(french), "{text}");
        }
        assert_eq!(words(Language::French, "an unknown error"), "an unknown error");
    }
}
