package understudy.driver.exchange.contract;

/** What kind of cluster it is; the word stands behind the shape in the table, and none for a single copy cluster of Exchange 2007. */
enum Kind {
    SINGLE_COPY("", "exchange-2007", "scc"),
    /** Each of two nodes has a copy of the data. */
    REPLICATED("replicated", "exchange-2007", "ccr"),
    /** Through a management host, a person upgrading the virtual servers. */
    EXCHANGE_2003("2003", "exchange-2003", "active-passive");

    private final String word;
    private final String platform;
    private final String clusterKind;

    Kind(String word, String platform, String clusterKind) {
        this.word = word;
        this.platform = platform;
        this.clusterKind = clusterKind;
    }

    String word() {
        return word;
    }

    String platform() {
        return platform;
    }

    /** As the procedures name it. */
    String clusterKind() {
        return clusterKind;
    }
}
