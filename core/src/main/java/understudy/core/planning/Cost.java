package understudy.core.planning;

/**
 * What makes one plan better than another, the first difference deciding.
 *
 * @param outages weighted number of outages
 * @param stages node visits one after the other
 * @param idleMoves moves of groups on which no client hangs
 * @param astray groups that are not with their recorded owner at the end
 * @param handovers how many handovers, and so how long it takes
 * @param dislike how far the destinations are from what the groups prefer
 */
record Cost(int outages, int stages, int idleMoves, int astray, int handovers, int dislike)
        implements Comparable<Cost> {
    static final Cost NOTHING = new Cost(0, 0, 0, 0, 0, 0);

    Cost plus(Cost other) {
        return new Cost(
                outages + other.outages,
                stages + other.stages,
                idleMoves + other.idleMoves,
                astray + other.astray,
                handovers + other.handovers,
                dislike + other.dislike);
    }

    @Override
    public int compareTo(Cost other) {
        int order = Integer.compare(outages, other.outages);
        order = order != 0 ? order : Integer.compare(stages, other.stages);
        order = order != 0 ? order : Integer.compare(idleMoves, other.idleMoves);
        order = order != 0 ? order : Integer.compare(astray, other.astray);
        order = order != 0 ? order : Integer.compare(handovers, other.handovers);
        return order != 0 ? order : Integer.compare(dislike, other.dislike);
    }
}
