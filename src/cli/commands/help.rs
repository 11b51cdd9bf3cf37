//! `help TOPIC`: the pages of the guide in the terminal.

use super::{CommandOutput, Invocation};
use crate::cli::errors::{self, Failure};
use crate::model::{MessageArg, nearest};

/// Topics with their pages, as in `docs/`.
const TOPICS: [(&str, &str); 12] = [
    ("guide", include_str!("../../../docs/guide.md")),
    ("keys", include_str!("../../../docs/keys.md")),
    ("filters", include_str!("../../../docs/filters.md")),
    ("records", include_str!("../../../docs/records.md")),
    ("papers", include_str!("../../../docs/papers.md")),
    ("exports", include_str!("../../../docs/exports.md")),
    ("rules", include_str!("../../../docs/rules.md")),
    ("json", include_str!("../../../docs/json.md")),
    ("guarantees", include_str!("../../../docs/guarantees.md")),
    ("glossary", include_str!("../../../docs/glossary.md")),
    ("architecture", include_str!("../../../docs/architecture.md")),
    ("licences", include_str!("../../../docs/licences.md")),
];

const LIST: &str = "topics";

/// Prints a page, or the list of topics.
pub(super) fn help(call: &Invocation, topic: &str) -> Result<CommandOutput, Failure> {
    call.no_json("help")?;
    if topic == LIST {
        let lines = TOPICS.map(|(name, page)| format!("{name:<14}{}\n", title(page)));
        return Ok(call.text(lines.concat()));
    }
    match TOPICS.iter().find(|(name, _)| *name == topic) {
        Some((_, page)) => Ok(call.text((*page).to_owned())),
        None => Err(unknown(call, topic)),
    }
}

/// Returns the first heading of a page.
fn title(page: &str) -> &str {
    page.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or_default()
}

fn unknown(call: &Invocation, topic: &str) -> Failure {
    let names = || TOPICS.iter().map(|(name, _)| *name).chain([LIST]);
    let typed = ("topic", MessageArg::Text(topic.to_owned()));
    match nearest(topic, names()) {
        Some(nearest) => {
            let nearest = ("nearest", MessageArg::Text(nearest.to_owned()));
            errors::usage(&call.locale, "error-no-topic-near", vec![typed, nearest])
        }
        None => {
            let known = MessageArg::List(names().map(str::to_owned).collect());
            errors::usage(&call.locale, "error-no-topic", vec![typed, ("known", known)])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_has_a_title_and_no_topic_hides_a_command() {
        let program = crate::cli::args::command();
        for (name, page) in TOPICS {
            assert!(!title(page).is_empty(), "{name}");
            assert!(program.find_subcommand(name).is_none(), "{name}");
        }
    }
}
