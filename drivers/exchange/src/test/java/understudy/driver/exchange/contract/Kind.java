package understudy.driver.exchange.contract;

import java.util.Optional;
import understudy.emulated.classic.Product;

/** What kind of cluster it is; the word stands behind the shape in the table, and none for a single copy cluster of Exchange 2007. */
enum Kind {
    SINGLE_COPY("", "exchange-2007", "scc"),
    /** Each of two nodes has a copy of the data. */
    REPLICATED("replicated", "exchange-2007", "ccr"),
    /** Through a management host, a person upgrading the virtual servers. */
    EXCHANGE_2003("2003", "exchange-2003", "active-passive", Product.EXCHANGE_2003),
    /** The same, and virtual servers have no version of their own. */
    EXCHANGE_2000("2000", "exchange-2000", "active-passive", Product.EXCHANGE_2000),
    /** In place: setup stops the services and starts them again, and nothing has to be moved. */
    EXCHANGE_55("5.5", "exchange-5.5", "active-passive", Product.EXCHANGE_55),
    /** One server without a cluster. */
    ALONE("alone", "exchange-2007", "stand-alone"),
    /** The same before 2007, through a management host. */
    ALONE_2003("2003 alone", "exchange-2003", "stand-alone", Product.EXCHANGE_2003),
    ALONE_2000("2000 alone", "exchange-2000", "stand-alone", Product.EXCHANGE_2000),
    ALONE_55("5.5 alone", "exchange-5.5", "stand-alone", Product.EXCHANGE_55);

    private final String word;
    private final String platform;
    private final String clusterKind;
    private final Optional<Product> product;

    Kind(String word, String platform, String clusterKind) {
        this(word, platform, clusterKind, Optional.empty());
    }

    Kind(String word, String platform, String clusterKind, Product product) {
        this(word, platform, clusterKind, Optional.of(product));
    }

    Kind(String word, String platform, String clusterKind, Optional<Product> product) {
        this.word = word;
        this.platform = platform;
        this.clusterKind = clusterKind;
        this.product = product;
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

    boolean isAlone() {
        return clusterKind.equals("stand-alone");
    }

    /** A node is patched where it stands, with what it serves. */
    boolean isInPlace() {
        return isAlone() || this == EXCHANGE_55;
    }

    /** What is installed behind a management host; empty where the nodes are spoken to. */
    Optional<Product> product() {
        return product;
    }
}
