package understudy.remote.tls;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What makes us believe that a server's certificate is its own. */
public sealed interface CertificateTrust {

    /**
     * An authority vouches for it, and it names the address.
     *
     * @param store a PEM file that holds the authorities; empty for those that Java trusts
     */
    record Authorities(Optional<Path> store) implements CertificateTrust {}

    /**
     * It is exactly this one, whoever signed it and whatever it names.
     *
     * @param sha256 the SHA-256 fingerprint: 64 hex digits, which may be parted by colons
     */
    record Pinned(String sha256) implements CertificateTrust {
        public Pinned {
            sha256 = sha256.replace(":", "").toLowerCase(Locale.ROOT);
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("A SHA-256 fingerprint has 64 hex digits, not this: " + sha256);
            }
        }
    }

    /** A fingerprint where there is one, else the authorities in a PEM file, else those that Java trusts. */
    static CertificateTrust of(Optional<String> fingerprint, Optional<Path> store) {
        return fingerprint.<CertificateTrust>map(Pinned::new).orElseGet(() -> new Authorities(store));
    }

    /** The authorities that Java trusts. */
    static CertificateTrust usual() {
        return new Authorities(Optional.empty());
    }
}
