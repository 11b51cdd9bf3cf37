//! French bank details (RIB) and the IBAN that they imply.
//!
//! The key of a RIB makes the whole number divisible by 97 after replacing letters by digits (A and J are 1, B, K and S
//! are 2 … I, R and Z are 9): Comité français d'organisation et de normalisation bancaires. An IBAN consists of the
//! country, two check digits and, in France, the RIB: ISO 13616. Check digits follow ISO 7064 (letters are 10 to 35).

use iban::Iban;

use super::identifier::is_country;
use super::{Account, IdentifierError, MessageArg, MessageArgs};

/// An error in the numbers of an account.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccountError {
    /// An IBAN with wrong check digits.
    #[error("the check digits of the IBAN {iban} fail")]
    Iban {
        /// As printed.
        iban: String,
        /// The IBAN according to the RIB, if that is valid.
        implied: Option<String>,
    },
    /// An IBAN with wrong check digits, and a RIB whose bank code lacks a digit.
    #[error("the check digits of the IBAN {iban} fail, and the bank code {bank} lacks a digit")]
    IbanAndBank {
        /// As printed.
        iban: String,
        /// The bank code as printed.
        bank: String,
        /// The completed bank code.
        whole: String,
        /// The key, valid for the completed code.
        key: String,
        /// The resulting IBAN.
        implied: String,
    },
    #[error("the bank code {bank} lacks a digit: {whole}")]
    Bank {
        /// As printed.
        bank: String,
        /// The completed code.
        whole: String,
        /// The key, valid for the completed code.
        key: String,
    },
    /// A part of the RIB with a wrong length.
    #[error("{part} has {length} characters")]
    Part {
        /// Its key in the record.
        part: &'static str,
        /// As printed.
        written: String,
        /// The required length.
        length: usize,
    },
    /// An IBAN of the wrong length, with wrong characters or of an unknown country.
    #[error("the IBAN {iban} is malformed: {error}")]
    IbanForm {
        /// As printed.
        iban: String,
        /// What is wrong.
        error: IdentifierError,
    },
    /// A French IBAN whose check digits are right but which contains a RIB with a wrong key.
    #[error("the RIB within the IBAN {iban} has the key {key}, not {expected}")]
    IbanKey {
        /// As printed.
        iban: String,
        /// The key in the IBAN.
        key: String,
        /// The key that follows from the other digits.
        expected: String,
    },
    /// A RIB with a wrong key.
    #[error("the key is {expected}, not {key}")]
    Key {
        /// As printed.
        key: String,
        /// The correct key.
        expected: String,
    },
    /// A valid IBAN that contradicts the RIB.
    #[error("the RIB gives the IBAN {implied}")]
    NotTheRib {
        /// As printed.
        iban: String,
        /// The IBAN according to the RIB.
        implied: String,
    },
}

impl AccountError {
    /// Returns the record key of the wrong value.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Iban { .. }
            | Self::IbanAndBank { .. }
            | Self::IbanForm { .. }
            | Self::IbanKey { .. }
            | Self::NotTheRib { .. } => "iban",
            Self::Bank { .. } => "bank",
            Self::Part { part, .. } => part,
            Self::Key { .. } => "key",
        }
    }

    /// Returns the key and the arguments of its message.
    #[must_use]
    pub fn message(&self) -> (&'static str, MessageArgs) {
        let text = |name, text: &str| (name, MessageArg::Text(text.to_owned()));
        match self {
            Self::Iban { iban, implied: None } => ("finding-account-check-digits-iban", vec![text("iban", iban)]),
            Self::Iban { iban, implied: Some(implied) } => {
                ("finding-account-check-digits-iban-by-rib", vec![text("iban", iban), text("implied", implied)])
            }
            Self::IbanAndBank { iban, bank, whole, key, implied } => {
                let args = [("iban", iban), ("bank", bank), ("whole", whole), ("key", key), ("implied", implied)];
                let args = args.map(|(name, fact)| text(name, fact));
                ("finding-account-check-digits-iban-by-rib-whole", args.into())
            }
            Self::Bank { bank, whole, key } => {
                let args = vec![text("bank", bank), text("whole", whole), text("key", key)];
                ("finding-account-check-digits-rib-bank", args)
            }
            Self::Part { part, written, length } => {
                let length = MessageArg::count(*length);
                let args = vec![text("part", part), text("written", written), ("length", length)];
                ("finding-account-check-digits-rib-part", args)
            }
            Self::Key { key, expected } => {
                ("finding-account-check-digits-rib-key", vec![text("key", key), text("expected", expected)])
            }
            Self::IbanForm { iban, error } => error.message("IBAN", iban),
            Self::IbanKey { iban, key, expected } => {
                let args = vec![text("iban", iban), text("key", key), text("expected", expected)];
                ("finding-account-check-digits-iban-key", args)
            }
            Self::NotTheRib { iban, implied } => {
                ("finding-account-check-digits-not-the-rib", vec![text("iban", iban), text("implied", implied)])
            }
        }
    }
}

impl Account {
    /// Returns the first error in the IBAN, the RIB, or between the two.
    #[must_use]
    pub fn fault(&self) -> Option<AccountError> {
        let printed = self.iban.as_deref();
        let iban = printed.map(compact);
        let rib = Rib::of(self);
        if let Some((printed, iban)) = printed.zip(iban.as_deref()).filter(|(_, iban)| iban.parse::<Iban>().is_err()) {
            return Some(wrong_iban(printed.trim(), iban, rib.as_ref()));
        }
        if let Some((printed, rib)) = printed.zip(iban.as_deref().and_then(Rib::within)).filter(|(_, rib)| !rib.fits())
        {
            let expected = rib.expected_key();
            return Some(AccountError::IbanKey { iban: printed.trim().to_owned(), key: rib.key, expected });
        }
        let rib = rib?;
        if let Some((part, written, length)) = rib.wrong_length() {
            return Some(match rib.with_whole_bank_code(iban.as_deref()) {
                Some(whole) => AccountError::Bank { bank: rib.bank.clone(), whole: whole.bank, key: rib.key.clone() },
                None => AccountError::Part { part, written: written.to_owned(), length },
            });
        }
        if !rib.fits() {
            return Some(AccountError::Key { key: rib.key.clone(), expected: rib.expected_key() });
        }
        let (printed, iban) = printed.zip(iban)?;
        let implied = rib.iban();
        // The country isn't compared, because Monaco uses RIBs with its own check digits.
        let agree = compact(&implied).get(4..) == iban.get(4..);
        (!agree).then(|| AccountError::NotTheRib { iban: printed.trim().to_owned(), implied })
    }

    /// Returns its numbers normalised for comparison: bank, branch, number, key and IBAN.
    #[must_use]
    pub fn numbers(&self) -> [Option<String>; 5] {
        [&self.bank, &self.branch, &self.number, &self.key, &self.iban].map(|part| part.as_deref().map(compact))
    }

    /// Returns whether two accounts are the same: they share a number and don't contradict each other.
    #[must_use]
    pub fn is_same_as(&self, other: &Self) -> bool {
        let parts = |account: &Self| {
            [&account.bank, &account.branch, &account.number, &account.key, &account.iban, &account.bic]
                .map(|part| part.as_deref().map(compact))
        };
        let (one, other) = (parts(self), parts(other));
        let both = |n: usize| one[n].is_some() && other[n].is_some();
        (both(2) || both(4)) && (0..6).all(|n| !both(n) || one[n] == other[n])
    }
}

/// Returns the error of an invalid IBAN, with the correct one if the RIB is valid.
fn wrong_iban(printed: &str, iban: &str, rib: Option<&Rib>) -> AccountError {
    let alone = || match malformed(iban) {
        Some(error) => AccountError::IbanForm { iban: printed.to_owned(), error },
        None => AccountError::Iban { iban: printed.to_owned(), implied: None },
    };
    let Some(rib) = rib else { return alone() };
    if rib.fits() {
        return AccountError::Iban { iban: printed.to_owned(), implied: Some(rib.iban()) };
    }
    let Some(whole) = rib.with_whole_bank_code(Some(iban)) else { return alone() };
    AccountError::IbanAndBank {
        iban: printed.to_owned(),
        bank: rib.bank.clone(),
        implied: whole.iban(),
        whole: whole.bank,
        key: whole.key,
    }
}

/// The four parts of a RIB, in capitals without spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Rib {
    /// Code banque, five characters.
    bank: String,
    /// Code guichet, five characters.
    branch: String,
    /// Numéro de compte, eleven characters.
    number: String,
    /// Clé, two digits.
    key: String,
}

impl Rib {
    /// Returns the RIB of an account, if all its parts are given.
    fn of(account: &Account) -> Option<Self> {
        let part = |part: &Option<String>| part.as_deref().map(compact);
        Some(Self {
            bank: part(&account.bank)?,
            branch: part(&account.branch)?,
            number: part(&account.number)?,
            key: part(&account.key)?,
        })
    }

    /// Returns the RIB within a French IBAN without spaces.
    fn within(iban: &str) -> Option<Self> {
        let part = |range: std::ops::Range<usize>| iban.get(range).map(str::to_owned);
        let is_french = iban.starts_with("FR") && iban.len() == 27;
        let [bank, branch, number, key] = [part(4..9)?, part(9..14)?, part(14..25)?, part(25..27)?];
        is_french.then_some(Self { bank, branch, number, key })
    }

    /// Returns the first part with a wrong length: record key, value, required length.
    fn wrong_length(&self) -> Option<(&'static str, &str, usize)> {
        [("bank", &self.bank, 5), ("branch", &self.branch, 5), ("number", &self.number, 11), ("key", &self.key, 2)]
            .into_iter()
            .find(|(_, part, length)| {
                part.chars().count() != *length || !part.chars().all(|c| c.is_ascii_alphanumeric())
            })
            .map(|(name, part, length)| (name, part.as_str(), length))
    }

    /// Computes the key from the other parts.
    fn expected_key(&self) -> String {
        let digits = format!("{}{}{}00", self.bank, self.branch, self.number);
        format!("{:02}", 97 - remainder(digits.chars().filter_map(rib_digit)))
    }

    /// Returns whether it is complete and its key is correct.
    fn fits(&self) -> bool {
        self.wrong_length().is_none() && self.key == self.expected_key()
    }

    /// Completes a bank code that lacks one digit, if exactly one candidate makes the key valid: the code in the given
    /// IBAN, else one with a zero added.
    fn with_whole_bank_code(&self, iban: Option<&str>) -> Option<Self> {
        if self.bank.len() != 4 || !self.bank.is_ascii() {
            return None;
        }
        let printed = iban.filter(|iban| iban.starts_with("FR")).and_then(|iban| iban.get(4..9));
        let noughts = || {
            let mut banks: Vec<String> =
                (0..=4).map(|at| format!("{}0{}", &self.bank[..at], &self.bank[at..])).collect();
            banks.dedup();
            banks
        };
        let banks = match printed {
            Some(printed) if lost_one(printed, &self.bank) => vec![printed.to_owned()],
            _ => noughts(),
        };
        let mut whole = banks.into_iter().map(|bank| Self { bank, ..self.clone() }).filter(Self::fits);
        let first = whole.next()?;
        whole.next().is_none().then_some(first)
    }

    /// Returns the corresponding IBAN in groups of four.
    fn iban(&self) -> String {
        let account = format!("{}{}{}{}", self.bank, self.branch, self.number, self.key);
        let check = 98 - remainder(format!("{account}FR00").chars().flat_map(iban_digits));
        grouped(&format!("FR{check:02}{account}"))
    }
}

/// Returns what is wrong with the form of an IBAN without spaces, apart from its check digits.
fn malformed(iban: &str) -> Option<IdentifierError> {
    if let Some(wrong) = iban.chars().find(|c| !c.is_ascii_alphanumeric()) {
        return Some(IdentifierError::Character(wrong));
    }
    let country = iban.get(..2).unwrap_or_default();
    let (expected, lengths) = if matches!(country, "FR" | "MC") { ("27", 27..=27) } else { ("15–34", 15..=34) };
    if !lengths.contains(&iban.len()) {
        return Some(IdentifierError::Length { found: iban.len(), expected });
    }
    (!is_country(country)).then(|| IdentifierError::Country(country.to_owned()))
}

/// Removes spaces and hyphens and converts to capitals.
fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '-').flat_map(char::to_uppercase).collect()
}

/// Formats in groups of four.
fn grouped(iban: &str) -> String {
    let letters: Vec<char> = iban.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// Returns whether `short` is `whole` without one character.
fn lost_one(whole: &str, short: &str) -> bool {
    let letters: Vec<char> = whole.chars().collect();
    (0..letters.len()).any(|out| {
        let rest = letters.iter().enumerate().filter(|(n, _)| *n != out).map(|(_, c)| *c);
        rest.eq(short.chars())
    })
}

fn rib_digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => c.to_digit(10),
        'A'..='I' => Some(u32::from(c) - u32::from('A') + 1),
        'J'..='R' => Some(u32::from(c) - u32::from('J') + 1),
        'S'..='Z' => Some(u32::from(c) - u32::from('S') + 2),
        _ => None,
    }
}

/// Converts a character: one digit for a digit, two for a letter.
fn iban_digits(c: char) -> impl Iterator<Item = u32> {
    let value = c.to_digit(36).unwrap_or_default();
    [(value >= 10).then_some(value / 10), Some(value % 10)].into_iter().flatten()
}

/// Returns the remainder modulo 97 of a number given by its digits.
fn remainder(digits: impl Iterator<Item = u32>) -> u32 {
    digits.fold(0, |rest, digit| (rest * 10 + digit) % 97)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rib(bank: &str, branch: &str, number: &str, key: &str) -> Rib {
        let own = str::to_owned;
        Rib { bank: own(bank), branch: own(branch), number: own(number), key: own(key) }
    }

    #[test]
    fn the_accounts_printed_in_the_conventions_have_valid_keys() {
        for one in [
            rib("10071", "59000", "00001020148", "89"),
            rib("30001", "00064", "00000092441", "40"),
            rib("10071", "49000", "00001000206", "07"),
            rib("30001", "00185", "C6010000000", "48"),
            rib("30001", "00622", "C6410000000", "87"),
        ] {
            assert_eq!(one.expected_key(), one.key, "{one:?}");
            assert!(one.fits());
        }
        assert!(!rib("10071", "59000", "00001020148", "88").fits());
    }

    #[test]
    fn a_rib_implies_its_iban() {
        let oise = rib("30001", "00185", "C6010000000", "48");
        assert_eq!(oise.iban(), "FR85 3000 1001 85C6 0100 0000 048", "as printed in article 5.4");
        assert_eq!(
            rib("20041", "01005", "0500013M026", "06").iban(),
            "FR14 2004 1010 0505 0001 3M02 606",
            "ISO's example"
        );
    }

    #[test]
    fn a_short_bank_code_is_completed_if_only_one_digit_fits() {
        let pau = rib("3001", "00622", "C6410000000", "87");
        assert_eq!(pau.wrong_length(), Some(("bank", "3001", 5)));
        let whole = rib("30001", "00622", "C6410000000", "87");
        assert_eq!(pau.with_whole_bank_code(None), Some(whole.clone()));
        assert_eq!(pau.with_whole_bank_code(Some("FR5730001006220641000000087")), Some(whole.clone()));
        assert_eq!(whole.iban(), "FR57 3000 1006 22C6 4100 0000 087");
        assert_eq!(rib("3001", "00622", "C6410000000", "86").with_whole_bank_code(None), None, "no key fits");
        assert_eq!(whole.with_whole_bank_code(None), None, "it is whole");
    }

    #[test]
    fn the_form_of_an_iban_and_the_key_within_it_are_checked() {
        let of = |iban: &str| Account { iban: Some(iban.to_owned()), ..Account::default() }.fault();
        let form = |iban: &str| match of(iban) {
            Some(AccountError::IbanForm { error, .. }) => Some(error),
            _ => None,
        };
        assert_eq!(of("FR76 3000 6000 0112 3456 7890 189"), None, "the example of the French banks");
        assert_eq!(form("FR76 3000"), Some(IdentifierError::Length { found: 8, expected: "27" }));
        assert_eq!(form("FR76 3000 6000 0112 3456 7890 18_"), Some(IdentifierError::Character('_')));
        assert_eq!(form("XX76 3000 6000 0112 3456 7890 189"), Some(IdentifierError::Country("XX".to_owned())));
        // Key 88 instead of 89, with the check digits that fit it.
        let wrong = Rib { key: "88".to_owned(), ..rib("30006", "00001", "12345678901", "89") };
        let (key, expected) = ("88".to_owned(), "89".to_owned());
        assert_eq!(of(&wrong.iban()), Some(AccountError::IbanKey { iban: wrong.iban(), key, expected }));
    }

    #[test]
    fn accounts_are_the_same_if_their_common_numbers_agree() {
        let account = |number: &str, iban: Option<&str>| Account {
            number: Some(number.to_owned()),
            iban: iban.map(str::to_owned),
            ..Account::default()
        };
        assert!(account("00001020148", None).is_same_as(&account("0000 1020 148", Some("FR76"))));
        assert!(!account("00001020148", None).is_same_as(&account("00001020149", None)));
        assert!(!account("1", Some("FR1")).is_same_as(&account("1", Some("FR2"))));
        assert!(!Account::default().is_same_as(&Account::default()), "nothing to compare");
    }
}
