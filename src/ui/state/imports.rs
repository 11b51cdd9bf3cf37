//! The planning of an import, as its box follows it.

use super::{Busy, State};
use crate::ui::layer::{ImportProgress, Layer, LayerOps, Topic};

impl State {
    /// Opens the box that shows how far the planning is.
    pub(super) fn begin_import(&mut self) {
        self.work.busy = Some(Busy::Reading);
        self.read(Topic::ImportProgress(ImportProgress::Reading));
    }

    /// Shows how far it is, unless the user has cancelled it.
    pub(super) fn import_progress(&mut self, progress: ImportProgress) {
        let Self { env, layers, .. } = self;
        let Some(Layer::Text(text)) = layers.last_mut() else { return };
        if let Topic::ImportProgress(shown) = &mut text.topic
            && *shown != ImportProgress::Cancelling
        {
            *shown = progress;
            text.refresh(env);
        }
    }

    /// Planning has ended: closes its box and returns whether it was open.
    pub(super) fn end_import(&mut self) -> bool {
        let is_its =
            |layer: &Layer| matches!(layer, Layer::Text(text) if matches!(text.topic, Topic::ImportProgress(_)));
        let Some(at) = self.layers.iter().rposition(is_its) else { return false };
        self.layers.remove(at);
        self.work.busy = self.work.busy.filter(|busy| *busy != Busy::Reading);
        true
    }
}
