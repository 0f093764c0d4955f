package understudy.remote.winrm;

import java.util.Optional;
import understudy.remote.winrm.ntlm.NtlmSession;

/** The conversation by which a connection is logged in, token by token (RFC 4559). */
interface Handshake {
    /** Our first token. */
    byte[] first() throws ConnectFailure;

    /** Our answer to a token of the node's. */
    byte[] next(byte[] token) throws ConnectFailure;

    /** The node let us in, with this last token of its own or with an empty one; it may have to prove itself by it. */
    void accepted(byte[] token) throws ConnectFailure;

    /** What seals messages on this connection from now on, where this kind of login can. */
    Optional<NtlmSession> session();
}
