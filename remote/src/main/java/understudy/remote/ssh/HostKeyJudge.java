package understudy.remote.ssh;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.security.PublicKey;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import understudy.remote.Cause;
import understudy.remote.ssh.KnownHosts.Kind;

/** Believes a host key only if the known_hosts file says so, or where new keys are taken and no file knows the host; never asks. */
final class HostKeyJudge implements ServerKeyVerifier {
    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        var hop = ((HopSession) session).hop();
        var known = hop.knownHosts();
        // A certificate's dates, principals and signature have been checked by the key exchange before.
        var believed = key instanceof OpenSshCertificate certificate
                ? isBelieved(known, certificate) || isBelieved(known, certificate.getCertPubKey())
                : isBelieved(known, key);
        var newKeys = hop.newKeys();
        if (newKeys != null && (believed || isNew(known, key))) {
            return isKept(hop, newKeys, plain(key), !believed);
        }
        if (!believed) {
            hop.refuse(sentence(hop, known, key));
        }
        return believed;
    }

    /** Nothing speaks for the host yet, and nothing against the key. */
    private static boolean isNew(KnownHosts known, PublicKey key) {
        return !known.has(Kind.HOST_KEY) && !known.has(Kind.AUTHORITY) && !known.has(Kind.REVOKED, plain(key));
    }

    private static boolean isKept(Hop hop, NewHostKeys newKeys, PublicKey key, boolean onTrust) {
        try {
            newKeys.keep(hop.endpoint().knownHostsName(), key, onTrust);
            return true;
        } catch (IOException unwritable) {
            hop.refuse("The host key of " + hop.endpoint().knownHostsName() + " cannot be written to " + newKeys.file()
                    + " (" + Cause.text(unwritable) + "): make room or give access.");
            return false;
        }
    }

    private static PublicKey plain(PublicKey key) {
        return key instanceof OpenSshCertificate certificate ? certificate.getCertPubKey() : key;
    }

    private static boolean isBelieved(KnownHosts known, PublicKey key) {
        return known.has(Kind.HOST_KEY, key) && !known.has(Kind.REVOKED, key);
    }

    private static boolean isBelieved(KnownHosts known, OpenSshCertificate certificate) {
        return known.has(Kind.AUTHORITY, certificate.getCaPubKey())
                && !known.has(Kind.REVOKED, certificate.getCaPubKey())
                && !known.has(Kind.REVOKED, certificate.getCertPubKey());
    }

    private static String sentence(Hop hop, KnownHosts known, PublicKey key) {
        var plain = plain(key);
        var shown = NewHostKeys.text(plain);
        var file = hop.knownHostsFile();
        var name = hop.endpoint().knownHostsName();
        if (known.has(Kind.REVOKED, plain)) {
            return "The host key of " + name + " (" + shown + ") is revoked in " + file
                    + ": do not connect; find out who answers at that address.";
        }
        if (key instanceof OpenSshCertificate certificate) {
            return "The host certificate of " + name + " is signed by "
                    + KeyUtils.getFingerPrint(certificate.getCaPubKey())
                    + ", which is no authority for it in " + file
                    + ": compare that fingerprint with your authority's, then add a @cert-authority line.";
        }
        if (known.has(Kind.HOST_KEY)) {
            return "The host key of " + name + " (" + shown + ") is not the one in " + file
                    + ": either the node was installed anew or somebody stands between; compare this fingerprint with the"
                    + " node's own (ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub on its console), and only then replace the line.";
        }
        return "The host key of " + name + " (" + shown + ") is not in " + file
                + (Files.notExists(file) ? ", which does not exist" : "")
                + ": compare this fingerprint with the node's own (ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub on its console)"
                + " before you add the line; ssh-keyscan alone proves nothing.";
    }
}
