//! The addresses behind texts of the screen, which terminals open on a click (OSC 8).

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::report::address::{address, commit_address, file_address};

/// What the addresses of texts are made from. Absent if the terminal shows no links.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkSource {
    /// The folder of records, as an absolute path.
    pub folder: PathBuf,
    /// The top of the work tree, which the paths of evidence begin at.
    pub repository: Option<PathBuf>,
    /// The address of the remote.
    pub remote: Option<String>,
}

impl LinkSource {
    /// Returns the address that a text of a record is, or that of the file of the repository that it names.
    #[must_use]
    pub fn text(&self, text: &str) -> Option<Arc<str>> {
        let file = || file_address(&self.repository.as_ref()?.join(path(text)?));
        address(text).or_else(file).map(Into::into)
    }

    /// Returns the address of a file of the folder.
    #[must_use]
    pub fn file(&self, file: &str) -> Option<Arc<str>> {
        file_address(&self.folder.join(file)).map(Into::into)
    }

    /// Returns the page of a commit at the forge.
    #[must_use]
    pub fn commit(&self, name: &str) -> Option<Arc<str>> {
        commit_address(self.remote.as_deref()?, name).map(Into::into)
    }
}

/// Returns a text that reads as the path of a file in a folder of the repository.
fn path(text: &str) -> Option<&Path> {
    let is_path = text.contains('/') && !text.contains(':') && !text.chars().any(char::is_control);
    let path = Path::new(text);
    let is_below = path.components().all(|part| matches!(part, std::path::Component::Normal(_)));
    (is_path && is_below && path.extension().is_some()).then_some(path)
}

/// A link on the screen: cells of a row that open an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnLink {
    pub x: u16,
    pub y: u16,
    pub cells: u16,
    pub address: Arc<str>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn texts_files_and_commits_have_addresses() {
        let links = LinkSource {
            folder: "/srv/p/portfolio".into(),
            repository: Some("/srv/p".into()),
            remote: Some("git@example.org:team/p.git".to_owned()),
        };
        let text = |text: &str| links.text(text).map(|found| found.to_string());
        assert_eq!(text("https://example.org").as_deref(), Some("https://example.org"));
        assert_eq!(text("papers/report 1.pdf").as_deref(), Some("file:///srv/p/papers/report%201.pdf"));
        for none in ["report.pdf (SHA-256 00)", "mail of 3/4", "../x/y.pdf", "/etc/x.conf", "papers/", "said so"] {
            assert_eq!(text(none), None, "{none}");
        }
        assert_eq!(links.file("startups/a.toml").as_deref(), Some("file:///srv/p/portfolio/startups/a.toml"));
        assert_eq!(links.commit("abc").as_deref(), Some("https://example.org/team/p/commit/abc"));
        assert_eq!(LinkSource::default().commit("abc"), None);
    }
}
