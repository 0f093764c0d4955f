package understudy.cli.wiring;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.emulated.classic.Product;

/** What can be emulated of Exchange before 2007: a version, how many virtual servers its two nodes carry, and the procedure that patches it. */
public enum ClassicKind {
    SERVICE_PACK_2003("2003", Product.EXCHANGE_2003, 1, "cluster-service-pack"),
    HOTFIX_2003("2003-hotfix", Product.EXCHANGE_2003, 1, "cluster-hotfix"),
    ACTIVE_PASSIVE_2000("2000", Product.EXCHANGE_2000, 1, "active-passive"),
    ACTIVE_ACTIVE_2000("2000-active-active", Product.EXCHANGE_2000, 2, "active-active"),
    SERVICE_PACK_55("5.5", Product.EXCHANGE_55, 1, "cluster-service-pack"),
    FIX_55("5.5-fix", Product.EXCHANGE_55, 1, "cluster-fix"),
    ALONE_2003("standalone", Product.EXCHANGE_2003, 0, "stand-alone"),
    ALONE_2000("standalone-2000", Product.EXCHANGE_2000, 0, "stand-alone"),
    ALONE_55("standalone-5.5", Product.EXCHANGE_55, 0, "stand-alone");

    private final String word;
    private final Product product;
    private final int servers;
    private final String procedure;

    ClassicKind(String word, Product product, int servers, String procedure) {
        this.word = word;
        this.product = product;
        this.servers = servers;
        this.procedure = procedure;
    }

    /** The kind that {@code --exchange} names. */
    public static Optional<ClassicKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** All that {@code --exchange} may name of these, for a sentence about how to call it. */
    public static String words() {
        return Arrays.stream(values()).map(ClassicKind::word).collect(Collectors.joining("|"));
    }

    /** What {@code --exchange} calls it. */
    public String word() {
        return word;
    }

    Product product() {
        return product;
    }

    /** Virtual servers; 0 for a server without a cluster. */
    int servers() {
        return servers;
    }

    /** The version has a cluster of two nodes and no other. */
    boolean isForTwoNodesOnly() {
        return product == Product.EXCHANGE_55;
    }

    String platform() {
        return switch (product) {
            case EXCHANGE_2003 -> "exchange-2003";
            case EXCHANGE_2000 -> "exchange-2000";
            case EXCHANGE_55 -> "exchange-5.5";
        };
    }

    String procedure() {
        return platform() + "/" + procedure;
    }

    /** What is installed is a single fix, no service pack. */
    public boolean isFix() {
        return procedure.endsWith("fix");
    }

    /** What is installed lies there on every node. */
    String installer() {
        return isFix() ? product.fixPath() : product.servicePackPath();
    }
}
