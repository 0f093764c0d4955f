package understudy.driver.bigfix.wire;

import java.util.Optional;

/**
 * One request.
 *
 * @param path from the root of the server, its query included, encoded
 * @param type the content type of the body
 * @param told what may be told of the body in an audit; it is never the body itself
 */
public record Call(String method, String path, Optional<String> body, String type, String told) {
    /** A request without a body. */
    public static Call of(String method, String path) {
        return new Call(method, path, Optional.empty(), "", "");
    }

    /** A form that is posted. */
    static Call form(String path, String body, String told) {
        return new Call("POST", path, Optional.of(body), "application/x-www-form-urlencoded", told);
    }

    /** A document that is posted. */
    static Call xml(String path, String body, String told) {
        return new Call("POST", path, Optional.of(body), "application/xml", told);
    }
}
