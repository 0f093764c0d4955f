package understudy.driver.exchange.contract;

/**
 * What came of one operation on each of the two.
 *
 * @param sameState every node and group looks the same on both afterwards
 */
record Both(Side.Came emulated, Side.Came simulated, boolean sameState) {
    boolean agree() {
        return sameState && emulated.outcome().equals(simulated.outcome());
    }
}
