//! Ids from slugs: without accents, every other character outside of ids as `-`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::{Id, IdError};

/// Returns the id of a slug. Its capitals and dots stay.
pub(super) fn id_of(slug: &str) -> Result<Id, IdError> {
    let plain = slug.nfd().filter(|c| !is_combining_mark(*c));
    let text: String =
        plain.map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-') { c } else { '-' }).collect();
    Id::new(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_become_ids() {
        for (slug, id) in [
            ("aides.jeunes", "aides.jeunes"),
            ("auxAJ", "auxAJ"),
            ("données-et-territoires", "donnees-et-territoires"),
            ("e-inspé", "e-inspe"),
            ("uai_siret", "uai-siret"),
            ("œuf & co", "-uf---co"),
        ] {
            assert_eq!(
                id_of(slug).map(|id| id.to_string()).ok(),
                Some(id.to_owned()).filter(|id| !id.starts_with('-'))
            );
        }
        assert!(id_of("con").is_err() && id_of("").is_err() && id_of("a..b").is_err());
    }
}
