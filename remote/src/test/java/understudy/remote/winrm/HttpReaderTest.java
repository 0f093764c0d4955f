package understudy.remote.winrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpReaderTest {
    @Test
    void readsABodyOfKnownLengthAndOneInChunks() throws IOException {
        var reader = reader(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-LENGTH: 3\r\nX: y\r\n\r\nabc"
                        + "HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nde\r\n1\r\nf\r\n0\r\nTrailer: z\r\n\r\n");
        var first = reader.read();
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Content-Length")).hasValue("3");
        assertThat(first.body()).isEqualTo("abc".getBytes(StandardCharsets.UTF_8));
        var second = reader.read();
        assertThat(second.status()).isEqualTo(500);
        assertThat(second.body()).isEqualTo("def".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void findsTheTokenOfTheSchemeThatWasAskedFor() throws IOException {
        var answer = reader(
                        "HTTP/1.1 401 No\r\nWWW-Authenticate: Negotiate dG9rZW4=\r\nWWW-Authenticate: Basic realm=\"WSMAN\"\r\n\r\n")
                .read();
        assertThat(answer.challenge("Negotiate")).hasValue("dG9rZW4=");
        assertThat(answer.challenge("Kerberos")).isEmpty();
        assertThat(answer.offered()).isEqualTo("Negotiate, Basic");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/1.1 xyz\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 4294967295\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"
            })
    void whatIsNotHttpOrTooLongIsUnreadable(String text) {
        assertThatThrownBy(() -> reader(text).read()).isInstanceOf(UnreadableAnswer.class);
    }

    @Test
    void aLineOrHeadersWithoutAnEndAreUnreadable() {
        assertThatThrownBy(() ->
                        reader("HTTP/1.1 200 OK\r\nX: " + "y".repeat(100_000)).read())
                .isInstanceOf(UnreadableAnswer.class);
        assertThatThrownBy(() ->
                        reader("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(1_000)).read())
                .isInstanceOf(UnreadableAnswer.class);
    }

    @Test
    void aConnectionThatEndsInBetweenIsSaidToHaveEnded() {
        assertThatThrownBy(() -> reader("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc")
                        .read())
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> reader("").read()).isInstanceOf(EOFException.class);
    }

    private static HttpReader reader(String text) {
        return new HttpReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
