//! Identifiers with a fixed form: SIREN and SIRET numbers (INSEE) and BIC codes (ISO 9362).

use super::{MessageArg, MessageArgs};

/// The SIREN number of La Poste, whose establishments have SIRET numbers with a check of their own.
const LA_POSTE: &str = "356000000";

/// Why a text is not an identifier of its kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdentifierError {
    /// It is too short or too long.
    #[error("{found} characters instead of {expected}")]
    Length {
        /// The number of characters without spaces.
        found: usize,
        /// The number that it must have.
        expected: &'static str,
    },
    /// It has a character that is not allowed at its position.
    #[error("`{0}` is not allowed")]
    Character(char),
    /// Its country does not exist.
    #[error("`{0}` is not a country")]
    Country(String),
    /// Its check digits do not fit.
    #[error("the check digits do not fit")]
    CheckDigits,
}

impl IdentifierError {
    /// The messages of the locale that report it.
    pub const MESSAGES: &'static [&'static str] = &[
        "finding-invalid-identifier-check-digits",
        "finding-invalid-identifier-character",
        "finding-invalid-identifier-country",
        "finding-invalid-identifier-length",
    ];

    /// Returns its message and the arguments. `kind` is the name of the identifier: SIREN, SIRET, BIC, IBAN.
    #[must_use]
    pub fn message(&self, kind: &str, written: &str) -> (&'static str, MessageArgs) {
        let text = |name, text: &str| (name, MessageArg::Text(text.to_owned()));
        let mut args = vec![text("kind", kind), text("written", written.trim())];
        let message = match self {
            Self::Length { found, expected } => {
                args.extend([("found", MessageArg::count(*found)), text("expected", expected)]);
                "finding-invalid-identifier-length"
            }
            Self::Character(character) => {
                args.push(text("character", &character.to_string()));
                "finding-invalid-identifier-character"
            }
            Self::Country(country) => {
                args.push(text("country", country));
                "finding-invalid-identifier-country"
            }
            Self::CheckDigits => "finding-invalid-identifier-check-digits",
        };
        (message, args)
    }
}

/// Checks a SIREN number: nine digits that satisfy Luhn's formula. Spaces are ignored.
///
/// # Errors
/// If it is not one.
pub fn check_siren(text: &str) -> Result<(), IdentifierError> {
    let digits = digits(text, 9, "9")?;
    if luhn(&digits) == 0 { Ok(()) } else { Err(IdentifierError::CheckDigits) }
}

/// Checks a SIRET number: a SIREN number and five digits that satisfy Luhn's formula. The digits of La Poste's numbers
/// add up to a multiple of five instead, except for its head office.
///
/// # Errors
/// If it is not one.
pub fn check_siret(text: &str) -> Result<(), IdentifierError> {
    let number = compact(text);
    let digits = digits(text, 14, "14")?;
    let is_la_poste = number.starts_with(LA_POSTE) && digits.iter().sum::<u32>() % 5 == 0;
    if luhn(&digits) == 0 || is_la_poste { Ok(()) } else { Err(IdentifierError::CheckDigits) }
}

/// Checks a BIC code: a bank, a country, a place and possibly a branch.
///
/// # Errors
/// If it is not one.
pub fn check_bic(text: &str) -> Result<(), IdentifierError> {
    let code = compact(text).to_uppercase();
    if let Some(wrong) = code.chars().find(|c| !c.is_ascii_alphanumeric()) {
        return Err(IdentifierError::Character(wrong));
    }
    if !matches!(code.len(), 8 | 11) {
        return Err(IdentifierError::Length { found: code.len(), expected: "8 / 11" });
    }
    let country = code.get(4..6).unwrap_or_default();
    if is_country(country) { Ok(()) } else { Err(IdentifierError::Country(country.to_owned())) }
}

/// The codes of ISO 3166-1, and `XK`, which banks use for Kosovo.
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS \
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ \
    FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT \
    JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP \
    MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE \
    RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV \
    TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

/// Returns true for the code of a country, in capitals.
pub(super) fn is_country(code: &str) -> bool {
    COUNTRIES.split_whitespace().any(|country| country == code)
}

fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn digits(text: &str, length: usize, expected: &'static str) -> Result<Vec<u32>, IdentifierError> {
    let number = compact(text);
    let digit = |c: char| c.to_digit(10).ok_or(IdentifierError::Character(c));
    let digits: Vec<u32> = number.chars().map(digit).collect::<Result<_, _>>()?;
    if digits.len() == length { Ok(digits) } else { Err(IdentifierError::Length { found: digits.len(), expected }) }
}

/// Luhn's checksum (ISO/IEC 7812-1): 0 if the last digit is right.
fn luhn(digits: &[u32]) -> u32 {
    let doubled = |(n, digit): (usize, &u32)| match (n % 2, digit * 2) {
        (0, _) => *digit,
        (_, double) if double > 9 => double - 9,
        (_, double) => double,
    };
    digits.iter().rev().enumerate().map(doubled).sum::<u32>() % 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn siren_and_siret_numbers_have_check_digits() {
        for number in ["130026032", "385 290 309", "356000000"] {
            assert_eq!(check_siren(number), Ok(()), "{number}");
        }
        assert_eq!(check_siren("130026033"), Err(IdentifierError::CheckDigits));
        assert_eq!(check_siren("13002603"), Err(IdentifierError::Length { found: 8, expected: "9" }));
        assert_eq!(check_siren("13002603O"), Err(IdentifierError::Character('O')));
        // INSEE's examples: the head office of La Poste, and one of its establishments.
        for number in ["35600000000048", "35600000049837", "732 829 320 00074"] {
            assert_eq!(check_siret(number), Ok(()), "{number}");
        }
        assert_eq!(check_siret("35600000049838"), Err(IdentifierError::CheckDigits));
        assert_eq!(check_siret("73282932000075"), Err(IdentifierError::CheckDigits));
    }

    #[test]
    fn bic_codes_have_a_length_and_a_country() {
        for code in ["TRPUFRP1", "BDFEFRPPCCT", "BDFEFRPP CCT"] {
            assert_eq!(check_bic(code), Ok(()), "{code}");
        }
        assert_eq!(check_bic("FOO"), Err(IdentifierError::Length { found: 3, expected: "8 / 11" }));
        assert_eq!(check_bic("BDFE1RPP"), Err(IdentifierError::Country("1R".to_owned())));
        assert_eq!(check_bic("BDFEZZPP"), Err(IdentifierError::Country("ZZ".to_owned())));
        assert_eq!(check_bic("BDFÉFRPP"), Err(IdentifierError::Character('É')));
    }
}
