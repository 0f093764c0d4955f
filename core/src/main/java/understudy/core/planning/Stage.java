package understudy.core.planning;

import java.util.List;
import understudy.core.model.NodeId;

/**
 * A part of a plan after which the cluster is looked at and the rest planned again: what is done one after the other first, then
 * node visits that may overlap completely.
 *
 * @param lead steps one after the other, handovers among them
 * @param tracks a list of steps for each node; the tracks may run at the same time
 * @param reason why these nodes, why now
 */
public record Stage(String title, List<Step> lead, List<Track> tracks, String reason) {
    public Stage {
        lead = List.copyOf(lead);
        tracks = List.copyOf(tracks);
    }

    /** The steps of one node in this stage, one after the other. */
    public record Track(NodeId node, List<Step> steps) {
        public Track {
            steps = List.copyOf(steps);
        }
    }

    /** Every step in a fixed order. */
    public List<Step> steps() {
        var all = new java.util.ArrayList<Step>(lead);
        tracks.forEach(track -> all.addAll(track.steps()));
        return List.copyOf(all);
    }
}
