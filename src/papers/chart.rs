//! Draws charts as inline SVG, without script or style from outside.

use rust_decimal::prelude::ToPrimitive;

use super::document::{Chart, DocumentTable};

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 160.0;
/// The room for labels below the axis, and for values above the curve.
const BELOW: f64 = 24.0;
const ABOVE: f64 = 20.0;

/// Returns the points as a table, for formats without drawings.
#[must_use]
pub fn as_table(chart: &Chart) -> DocumentTable {
    let heads = chart.points.iter().map(|point| (point.label.clone(), true)).collect();
    let mut table = DocumentTable::new(heads, chart.caption.clone());
    if !chart.points.is_empty() {
        table.row(chart.points.iter().map(|point| point.shown.clone()).collect());
    }
    table
}

/// Returns the points as a curve with a value at each. The axis starts at zero, so that heights compare.
#[must_use]
pub fn svg(chart: &Chart) -> String {
    let values: Vec<f64> = chart.points.iter().map(|point| point.value.to_f64().unwrap_or_default()).collect();
    let highest = values.iter().copied().fold(0.0, f64::max);
    let lowest = values.iter().copied().fold(0.0, f64::min);
    let span = if highest > lowest { highest - lowest } else { 1.0 };
    let step = WIDTH / values.len().max(1) as f64;
    let x = |at: usize| step.mul_add(at as f64, step / 2.0);
    let y = |value: f64| ABOVE + (highest - value) / span * (HEIGHT - ABOVE - BELOW);
    let mut drawn = format!(
        "<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\" xmlns=\"http://www.w3.org/2000/svg\">",
        escape(&chart.caption)
    );
    let base = y(0.0);
    drawn.push_str(&format!("<line class=\"axis\" x1=\"0\" y1=\"{base:.1}\" x2=\"{WIDTH}\" y2=\"{base:.1}\"/>"));
    let points = values.iter().enumerate().map(|(at, value)| format!("{:.1},{:.1}", x(at), y(*value)));
    drawn.push_str(&format!("<polyline class=\"curve\" points=\"{}\"/>", points.collect::<Vec<_>>().join(" ")));
    for (at, (point, value)) in chart.points.iter().zip(&values).enumerate() {
        let (x, y) = (x(at), y(*value));
        drawn.push_str(&format!("<circle class=\"point\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\"/>"));
        drawn.push_str(&format!("<text x=\"{x:.1}\" y=\"{:.1}\">{}</text>", y - 7.0, escape(&point.shown)));
        drawn.push_str(&format!("<text x=\"{x:.1}\" y=\"{:.1}\">{}</text>", HEIGHT - 7.0, escape(&point.label)));
    }
    drawn.push_str("</svg>");
    drawn
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
