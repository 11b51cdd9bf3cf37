//! French bank details (RIB) and the IBAN that they imply.
//!
//! The key of a RIB makes the whole number divisible by 97 once letters are digits (A and J are 1, B, K and S are 2 …
//! I, R and Z are 9): Comité français d'organisation et de normalisation bancaires. An IBAN is the country, two check
//! digits and, in France, the RIB: ISO 13616, its check digits by ISO 7064 (letters are 10 to 35).

use iban::Iban;

use super::{Account, MessageArg, MessageArgs};

/// What is wrong with the numbers of an account: no bank would pay on it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccountError {
    /// An IBAN whose check digits fail, and the one that the RIB beside it gives.
    #[error("the check digits of the IBAN {iban} fail")]
    Iban {
        /// As printed.
        iban: String,
        /// What the RIB gives, where it holds.
        implied: Option<String>,
    },
    /// An IBAN whose check digits fail beside a RIB whose bank code lacks a digit, both as they would be whole.
    #[error("the check digits of the IBAN {iban} fail, and the bank code {bank} lacks a digit")]
    IbanAndBank {
        /// As printed.
        iban: String,
        /// The bank code as printed.
        bank: String,
        /// The bank code made whole.
        whole: String,
        /// The key, which then fits.
        key: String,
        /// The IBAN that follows.
        implied: String,
    },
    /// A bank code that lacks a digit.
    #[error("the bank code {bank} lacks a digit: {whole}")]
    Bank {
        /// As printed.
        bank: String,
        /// Made whole.
        whole: String,
        /// The key, which then fits.
        key: String,
    },
    /// A part of the RIB that has not as many characters as it must.
    #[error("{part} has {length} characters")]
    Part {
        /// Its key in the record.
        part: &'static str,
        /// As printed.
        written: String,
        /// How many it must have.
        length: usize,
    },
    /// A RIB whose key does not fit.
    #[error("the key is {expected}, not {key}")]
    Key {
        /// As printed.
        key: String,
        /// What it would be.
        expected: String,
    },
    /// An IBAN that holds and is not that of the RIB beside it.
    #[error("the RIB gives the IBAN {implied}")]
    NotTheRib {
        /// As printed.
        iban: String,
        /// What the RIB gives.
        implied: String,
    },
}

impl AccountError {
    /// The key of the record that holds what is wrong.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Iban { .. } | Self::IbanAndBank { .. } | Self::NotTheRib { .. } => "iban",
            Self::Bank { .. } => "bank",
            Self::Part { part, .. } => part,
            Self::Key { .. } => "key",
        }
    }

    /// The message that says it, and its facts.
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
            Self::NotTheRib { iban, implied } => {
                ("finding-account-check-digits-not-the-rib", vec![text("iban", iban), text("implied", implied)])
            }
        }
    }
}

impl Account {
    /// What is wrong with its numbers: the first of IBAN, RIB, and the two beside each other.
    #[must_use]
    pub fn fault(&self) -> Option<AccountError> {
        let printed = self.iban.as_deref();
        let iban = printed.map(compact);
        let rib = Rib::of(self);
        if let Some((printed, iban)) = printed.zip(iban.as_deref()).filter(|(_, iban)| iban.parse::<Iban>().is_err()) {
            return Some(wrong_iban(printed.trim(), iban, rib.as_ref()));
        }
        let rib = rib?;
        if let Some((part, written, length)) = rib.misshapen() {
            return Some(match rib.made_whole(iban.as_deref()) {
                Some(whole) => AccountError::Bank { bank: rib.bank.clone(), whole: whole.bank, key: rib.key.clone() },
                None => AccountError::Part { part, written: written.to_owned(), length },
            });
        }
        if !rib.fits() {
            return Some(AccountError::Key { key: rib.key.clone(), expected: rib.expected_key() });
        }
        let (printed, iban) = printed.zip(iban)?;
        let implied = rib.iban();
        // A RIB also names accounts of Monaco, with check digits of their own: the country is not compared.
        let agree = compact(&implied).get(4..) == iban.get(4..);
        (!agree).then(|| AccountError::NotTheRib { iban: printed.trim().to_owned(), implied })
    }

    /// Its numbers as one compares them: bank, branch, number, key and IBAN.
    #[must_use]
    pub fn numbers(&self) -> [Option<String>; 5] {
        [&self.bank, &self.branch, &self.number, &self.key, &self.iban].map(|part| part.as_deref().map(compact))
    }

    /// Whether two accounts are one: what both of them give is the same, and that is a number at least.
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

/// What is wrong with an IBAN that fails, and what the RIB beside it gives where that one holds.
fn wrong_iban(printed: &str, iban: &str, rib: Option<&Rib>) -> AccountError {
    let alone = |implied| AccountError::Iban { iban: printed.to_owned(), implied };
    let Some(rib) = rib else { return alone(None) };
    if rib.fits() {
        return alone(Some(rib.iban()));
    }
    let Some(whole) = rib.made_whole(Some(iban)) else { return alone(None) };
    AccountError::IbanAndBank {
        iban: printed.to_owned(),
        bank: rib.bank.clone(),
        implied: whole.iban(),
        whole: whole.bank,
        key: whole.key,
    }
}

/// The four parts of a RIB, without spaces, in capitals.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Rib {
    /// Code banque: five characters in a whole one.
    bank: String,
    /// Code guichet: five.
    branch: String,
    /// Numéro de compte: eleven.
    number: String,
    /// Clé: two digits.
    key: String,
}

impl Rib {
    /// The RIB of an account, where all its parts are given.
    fn of(account: &Account) -> Option<Self> {
        let part = |part: &Option<String>| part.as_deref().map(compact);
        Some(Self {
            bank: part(&account.bank)?,
            branch: part(&account.branch)?,
            number: part(&account.number)?,
            key: part(&account.key)?,
        })
    }

    /// The first part that has not as many characters as it must: its key in the record, itself, how many.
    fn misshapen(&self) -> Option<(&'static str, &str, usize)> {
        [("bank", &self.bank, 5), ("branch", &self.branch, 5), ("number", &self.number, 11), ("key", &self.key, 2)]
            .into_iter()
            .find(|(_, part, length)| {
                part.chars().count() != *length || !part.chars().all(|c| c.is_ascii_alphanumeric())
            })
            .map(|(name, part, length)| (name, part.as_str(), length))
    }

    /// The key that the other parts ask for.
    fn expected_key(&self) -> String {
        let digits = format!("{}{}{}00", self.bank, self.branch, self.number);
        format!("{:02}", 97 - remainder(digits.chars().filter_map(rib_digit)))
    }

    /// Whether it is whole and its key is the right one.
    fn fits(&self) -> bool {
        self.misshapen().is_none() && self.key == self.expected_key()
    }

    /// This RIB with the bank code that has lost one of its digits made whole, where that makes the key fit and
    /// only one bank code does: the one printed in the IBAN beside it, else one that has lost a nought.
    fn made_whole(&self, iban: Option<&str>) -> Option<Self> {
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

    /// The IBAN that it implies, in groups of four.
    fn iban(&self) -> String {
        let account = format!("{}{}{}{}", self.bank, self.branch, self.number, self.key);
        let check = 98 - remainder(format!("{account}FR00").chars().flat_map(iban_digits));
        grouped(&format!("FR{check:02}{account}"))
    }
}

/// Without spaces and hyphens, in capitals.
fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '-').flat_map(char::to_uppercase).collect()
}

/// In groups of four, as it is printed.
fn grouped(iban: &str) -> String {
    let letters: Vec<char> = iban.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// Whether `short` is `whole` without one of its characters.
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

/// One digit for a digit, two for a letter.
fn iban_digits(c: char) -> impl Iterator<Item = u32> {
    let value = c.to_digit(36).unwrap_or_default();
    [(value >= 10).then_some(value / 10), Some(value % 10)].into_iter().flatten()
}

/// What is left of a number, given by its digits, when it is divided by 97.
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
    fn the_accounts_printed_in_the_conventions_fit_their_keys() {
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
    fn a_bank_code_a_digit_short_is_made_whole_where_only_one_fits() {
        let pau = rib("3001", "00622", "C6410000000", "87");
        assert_eq!(pau.misshapen(), Some(("bank", "3001", 5)));
        let whole = rib("30001", "00622", "C6410000000", "87");
        assert_eq!(pau.made_whole(None), Some(whole.clone()));
        assert_eq!(pau.made_whole(Some("FR5730001006220641000000087")), Some(whole.clone()));
        assert_eq!(whole.iban(), "FR57 3000 1006 22C6 4100 0000 087");
        assert_eq!(rib("3001", "00622", "C6410000000", "86").made_whole(None), None, "no key fits");
        assert_eq!(whole.made_whole(None), None, "it is whole");
    }

    #[test]
    fn accounts_are_one_when_all_that_both_give_agrees() {
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
