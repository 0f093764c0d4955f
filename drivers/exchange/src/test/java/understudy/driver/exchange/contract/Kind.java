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
    EXCHANGE_2000("2000", "exchange-2000", "active-passive", Product.EXCHANGE_2000);

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

    /** What is installed behind a management host; empty where the nodes are spoken to. */
    Optional<Product> product() {
        return product;
    }
}
