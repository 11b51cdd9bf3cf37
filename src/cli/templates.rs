//! The templates of papers that a portfolio brings with it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::papers::Templates;

/// The folder of a portfolio's own templates, and how many files of which size are read from it.
const TEMPLATES: &str = "templates";
const MAX_TEMPLATES: usize = 100;
const MAX_TEMPLATE_BYTES: u64 = 1_000_000;

/// Returns the templates and the logo of a portfolio. Follows no link; skips what is too large.
pub fn templates(root: &Path) -> Templates {
    let mut found = Templates { texts: BTreeMap::new(), logo: None };
    let Ok(entries) = fs::read_dir(root.join(TEMPLATES)) else { return found };
    for entry in entries.filter_map(Result::ok).take(MAX_TEMPLATES) {
        let path = entry.path();
        let is_plain = path.symlink_metadata().is_ok_and(|meta| meta.is_file() && meta.len() <= MAX_TEMPLATE_BYTES);
        let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|_| is_plain) else { continue };
        match name {
            "logo.svg" | "logo.png" => found.logo = fs::read(&path).ok().map(|bytes| data_uri(name, &bytes)),
            _ => {
                if let Ok(text) = fs::read_to_string(&path) {
                    found.texts.insert(name.to_owned(), text);
                }
            }
        }
    }
    found
}

fn data_uri(name: &str, bytes: &[u8]) -> String {
    use base64::Engine as _;
    let kind = if name.ends_with(".svg") { "image/svg+xml" } else { "image/png" };
    format!("data:{kind};base64,{}", base64::engine::general_purpose::STANDARD.encode(bytes))
}
