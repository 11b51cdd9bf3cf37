//! Addresses that a terminal or another program may open: `http`, `https` and `file` only, in plain ASCII.

use std::fmt::Write as _;
use std::path::Path;

const SCHEMES: [&str; 3] = ["http://", "https://", "file://"];

/// Returns an address of a record without control characters and with all others percent-encoded that an address may
/// not have. `None` if it is something else than one address of these schemes.
#[must_use]
pub fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let scheme = SCHEMES.into_iter().find(|scheme| {
        text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && text.len() > scheme.len()
    })?;
    let rest = text.get(scheme.len()..).filter(|rest| !rest.contains(' '))?;
    Some(format!("{scheme}{}", encoded(rest)))
}

/// Returns the address of a file; `None` if its path is not absolute or not UTF-8.
#[must_use]
pub fn file_address(path: &Path) -> Option<String> {
    let path = path.to_str().filter(|_| path.is_absolute())?.replace('\\', "/");
    // `%`, `?` and `#` have a meaning in an address.
    let path = path.replace('%', "%25").replace('?', "%3F").replace('#', "%23");
    Some(format!("file://{}{}", if path.starts_with('/') { "" } else { "/" }, encoded(&path)))
}

/// Returns the page of a commit at the forge that a remote belongs to: `https://forge/owner/name/commit/HASH`. `None`
/// if the address of the remote is a path or names no repository.
#[must_use]
pub fn commit_address(remote: &str, commit: &str) -> Option<String> {
    let remote = remote.trim();
    let (host, path) = match remote.split_once("://") {
        Some(("http" | "https" | "ssh" | "git", rest)) => rest.split_once('/')?,
        Some(_) => return None,
        // `git@forge:owner/name.git`; one letter before the colon is a Windows drive.
        None => remote.split_once(':').filter(|(host, _)| host.len() > 1 && !host.contains('/'))?,
    };
    let host = host.rsplit('@').next()?;
    // Only a web address has a port that is one of web pages.
    let host = if remote.starts_with("http") { host } else { host.split(':').next()? };
    let path = path.trim_matches('/');
    let path = path.strip_suffix(".git").unwrap_or(path);
    if host.is_empty() || !path.contains('/') {
        return None;
    }
    let scheme = if remote.starts_with("http://") { "http" } else { "https" };
    let page = if host.contains("gitlab") { "-/commit" } else { "commit" };
    Some(format!("{scheme}://{}/{}/{page}/{}", encoded(host), encoded(path), encoded(commit)))
}

fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for character in text.chars().filter(|c| !c.is_control()) {
        if matches!(character, '!'..='~') && !matches!(character, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}')
        {
            encoded.push(character);
        } else {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_pages_and_files_are_opened() {
        for (text, found) in [
            ("https://example.org/stats", Some("https://example.org/stats")),
            (" HTTP://example.org ", Some("http://example.org")),
            ("https://example.org/é?q=1#top", Some("https://example.org/%C3%A9?q=1#top")),
            ("file:///srv/report.pdf", Some("file:///srv/report.pdf")),
            ("https://example.org/\u{1b}]8;;\u{7}x\n", Some("https://example.org/]8;;x")),
            ("javascript:alert(1)", None),
            ("ssh://example.org/x", None),
            ("https://", None),
            ("see https://example.org", None),
            ("https://example.org and more", None),
            ("été", None),
            ("", None),
        ] {
            assert_eq!(address(text).as_deref(), found, "{text:?}");
        }
    }

    #[test]
    fn a_commit_has_a_page_if_the_remote_is_at_a_forge() {
        for (remote, found) in [
            ("https://example.org/team/portfolio.git", Some("https://example.org/team/portfolio/commit/abc")),
            ("http://forge.test:3000/team/portfolio", Some("http://forge.test:3000/team/portfolio/commit/abc")),
            ("https://me:secret@example.org/team/portfolio", Some("https://example.org/team/portfolio/commit/abc")),
            ("git@example.org:team/portfolio.git", Some("https://example.org/team/portfolio/commit/abc")),
            ("ssh://git@example.org:2222/team/portfolio", Some("https://example.org/team/portfolio/commit/abc")),
            ("git@gitlab.example.org:team/sub/x.git", Some("https://gitlab.example.org/team/sub/x/-/commit/abc")),
            ("/srv/portfolio.git", None),
            ("../portfolio", None),
            ("C:/portfolios/one", None),
            ("file:///srv/portfolio.git", None),
            ("https://example.org/", None),
        ] {
            assert_eq!(commit_address(remote, "abc").as_deref(), found, "{remote}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn the_path_of_a_file_is_encoded() {
        let of = |path: &str| file_address(Path::new(path));
        assert_eq!(of("/srv/a b/é#1.toml").as_deref(), Some("file:///srv/a%20b/%C3%A9%231.toml"));
        assert_eq!(of("relative.toml"), None);
    }
}
