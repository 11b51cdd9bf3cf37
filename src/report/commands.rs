//! Command lines that settle the rows of Today, ready to be pasted into a shell.

use chrono::Days;

use crate::model::{Date, Money, RecordRef};
use crate::rules::{TodayItem, TodayRemedy};

/// The number of days from today to the committee that a command line plans.
const PLANNED_AHEAD: Days = Days::new(14);

/// Writes command lines for the folder of an answer.
pub struct TodayCommands<'a> {
    /// The folder that the user named, if any; the commands name it too.
    pub folder: Option<String>,
    /// The folder of records, for git.
    pub root: String,
    /// Returns the file of a record below the folder.
    pub file_of: &'a dyn Fn(&RecordRef) -> String,
}

impl TodayCommands<'_> {
    /// Returns the verb that settles a row, if one does, and the command line. Without an amount that could be
    /// recorded, the command line shows the record.
    #[must_use]
    pub fn of(&self, item: &TodayItem, as_of: Date) -> (Option<&'static str>, String) {
        let id = item.record.id.as_str();
        let entry = |name: &str| format!("{id}/{name}");
        let money = |verb: &'static str, contribution: &str, tranche: usize| match (item.amount, &item.convention) {
            (Some(amount), Some(convention)) if amount > Money::ZERO => {
                let mut words = vec![verb.to_owned(), format!("{convention}/{contribution}"), plain(amount)];
                if tranche > 0 {
                    words.extend(["--tranche".to_owned(), tranche.to_string()]);
                }
                (Some(verb), self.couveuse(&words))
            }
            _ => (None, self.couveuse(&["show", id])),
        };
        match &item.remedy {
            TodayRemedy::Repair => (None, self.couveuse(&["show", &item.record.to_string()])),
            TodayRemedy::Create => (Some("new-startup"), self.couveuse(&["new", "startup", id])),
            TodayRemedy::Hold(None) => (Some("hold"), self.couveuse(&["hold", id])),
            TodayRemedy::Hold(Some(day)) => (Some("hold"), self.couveuse(&["hold", id, "--on", &day.to_string()])),
            TodayRemedy::Plan => {
                let day = as_of.checked_add_days(PLANNED_AHEAD).unwrap_or(as_of);
                (Some("plan"), self.couveuse(&["plan", id, "--on", &day.to_string()]))
            }
            TodayRemedy::Call(contribution, tranche) => money("call", contribution, *tranche),
            TodayRemedy::Pay(contribution, tranche) => money("pay", contribution, *tranche),
            TodayRemedy::Done(name, None) => (Some("done"), self.couveuse(&["done", &entry(name)])),
            TodayRemedy::Done(name, Some(due)) => {
                (Some("done"), self.couveuse(&["done", &entry(name), "--due", &due.to_string()]))
            }
            TodayRemedy::Sign => (Some("sign"), self.couveuse(&["sign", id])),
            TodayRemedy::LookUp => (None, self.couveuse(&["show", id])),
            TodayRemedy::Sync => (None, self.couveuse(&["sync"])),
            TodayRemedy::Commit => {
                let (root, file) = (quoted(&self.root), quoted(&(self.file_of)(&item.record)));
                let message = quoted(&item.record.to_string());
                (None, format!("git -C {root} add {file} && git -C {root} commit --message {message} {file}"))
            }
        }
    }

    fn couveuse(&self, words: &[impl AsRef<str>]) -> String {
        let words = words.iter().map(|word| quoted(word.as_ref()));
        let folder = self.folder.iter().flat_map(|folder| ["--folder".to_owned(), quoted(folder)]);
        std::iter::once("couveuse".to_owned()).chain(words).chain(folder).collect::<Vec<_>>().join(" ")
    }
}

/// Returns an amount as both languages read it: `17500` or `17500.50`.
fn plain(amount: Money) -> String {
    let text = amount.to_string();
    text.strip_suffix(".00").map(str::to_owned).unwrap_or(text)
}

/// Returns a word for a POSIX shell, in quotation marks if it needs them.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ':' | '=' | '@' | '+');
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_a_shell_would_change_are_quoted() {
        assert_eq!(quoted("comobi/actions.2026-11-20-p3m7d"), "comobi/actions.2026-11-20-p3m7d");
        assert_eq!(quoted("comobi/actions[0]"), "'comobi/actions[0]'");
        assert_eq!(quoted("l'arrêté"), r"'l'\''arrêté'");
        assert_eq!(quoted(""), "''");
    }
}
