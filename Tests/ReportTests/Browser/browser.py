"""Opens a page in headless Chromium and evaluates expressions in it, one after another: a file without a network, or an address
of this machine.

usage: browser.py PAGE < steps.json, a list of
  {"evaluate": "JavaScript"}      its value, promises awaited
  {"size": [width, height]}       the size of the screen
  {"dark": true}                  what the system prefers
  {"click": "CSS selector"}       a real click at the middle of the element
  {"drag": ["CSS selector", x, y]}  a real drag from the middle of the element by so many pixels, in steps; "pause": seconds at its end
  {"type": "text"}                keys into what has the focus; {"key": "Enter"}: one key
  {"wait": "JavaScript", "most": 20}  until it is true; its value is then the milliseconds that took, null where it never is
  {"screenshot": "file.png"}      what is to be seen; {"screenshot": …, "full": true}: the whole page
  {"pdf": "file.pdf"}             the page on A4
Prints JSON: the values, every message of the console, every exception, every request that is neither data: nor the page nor of
its address.
The browser is spoken to through pipes (--remote-debugging-pipe): nothing but the standard library is needed.
"""
import base64, json, os, subprocess, sys, tempfile, time


class Browser:
    def __init__(self, profile):
        self.number = 0
        self.events = []
        command_out, self.commands = os.pipe()
        self.answers, answer_in = os.pipe()

        def pipes():
            # Chromium reads commands from descriptor 3 and writes answers to 4.
            a, b = os.dup(command_out), os.dup(answer_in)
            os.dup2(a, 3)
            os.dup2(b, 4)

        self.process = subprocess.Popen(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
             "--disable-background-networking", "--disable-component-update", "--hide-scrollbars",
             "--remote-debugging-pipe", "--user-data-dir=" + profile, "about:blank"],
            preexec_fn=pipes, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(command_out)
        os.close(answer_in)
        self.rest = b""

    def read(self):
        while b"\0" not in self.rest:
            chunk = os.read(self.answers, 1 << 20)
            if not chunk:
                sys.exit("the browser ended")
            self.rest += chunk
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session=None, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(method + ": " + json.dumps(answer["error"]))
                return answer["result"]
            self.events.append(answer)

    def wait(self, method):
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self.read())


def main():
    page, steps = sys.argv[1], json.load(sys.stdin)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(profile)
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        call = lambda method, **parameters: browser.call(method, session, **parameters)
        for domain in ("Page", "Runtime", "Network", "Log"):
            call(domain + ".enable")
        is_served = page.startswith("http://")
        if not is_served:
            call("Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=0, uploadThroughput=0)
        call("Emulation.setDeviceMetricsOverride", width=1280, height=900, deviceScaleFactor=1, mobile=False)
        url = page if is_served else "file://" + os.path.abspath(page)
        call("Page.navigate", url=url)
        browser.wait("Page.loadEventFired")
        values = []

        def evaluate(expression):
            answer = call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
            if "exceptionDetails" in answer:
                sys.exit("in " + expression + ": " + json.dumps(answer["exceptionDetails"]))
            return answer["result"].get("value")

        for step in steps:
            if "evaluate" in step:
                values.append(evaluate(step["evaluate"]))
            elif "size" in step:
                width, height = step["size"]
                call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                     mobile=width < 600)
            elif "dark" in step:
                call("Emulation.setEmulatedMedia", features=[
                    {"name": "prefers-color-scheme", "value": "dark" if step["dark"] else "light"}])
            elif "click" in step:
                selector = json.dumps(step["click"])
                evaluate("document.querySelector(%s).scrollIntoView({block: 'center'})" % selector)
                x, y = evaluate("(() => { const r = document.querySelector(%s).getBoundingClientRect(); "
                                "return [r.x + r.width / 2, r.y + r.height / 2]; })()" % selector)
                for kind in ("mousePressed", "mouseReleased"):
                    call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
            elif "drag" in step:
                selector, right, down = json.dumps(step["drag"][0]), step["drag"][1], step["drag"][2]
                evaluate("document.querySelector(%s).scrollIntoView({block: 'center'})" % selector)
                x, y = evaluate("(() => { const r = document.querySelector(%s).getBoundingClientRect(); "
                                "return [r.x + r.width / 2, r.y + r.height / 2]; })()" % selector)
                mouse = lambda kind, x, y: call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left",
                                                buttons=1, clickCount=1)
                mouse("mousePressed", x, y)
                count = step.get("steps", 10)
                for index in range(1, count + 1):
                    mouse("mouseMoved", x + right * index / count, y + down * index / count)
                    time.sleep(step.get("seconds", 0.2) / count)
                time.sleep(step.get("pause", 0))
                call("Input.dispatchMouseEvent", type="mouseReleased", x=x + right, y=y + down, button="left", clickCount=1)
            elif "type" in step:
                call("Input.insertText", text=step["type"])
            elif "key" in step:
                for kind in ("keyDown", "keyUp"):
                    call("Input.dispatchKeyEvent", type=kind, key=step["key"], code=step["key"],
                         **({"text": "\r", "windowsVirtualKeyCode": 13} if step["key"] == "Enter" else
                            {"windowsVirtualKeyCode": 9} if step["key"] == "Tab" else {}))
            elif "wait" in step:
                begin, took = time.monotonic(), None
                while time.monotonic() - begin < step.get("most", 20):
                    if evaluate("Boolean(%s)" % step["wait"]):
                        took = (time.monotonic() - begin) * 1000
                        break
                    time.sleep(0.01)
                values.append(took)
            elif "screenshot" in step:
                options = {"format": "png"}
                if step.get("full"):
                    size = call("Page.getLayoutMetrics")["cssContentSize"]
                    options.update(captureBeyondViewport=True, clip=dict(size, scale=1))
                with open(step["screenshot"], "wb") as file:
                    file.write(base64.b64decode(call("Page.captureScreenshot", **options)["data"]))
            elif "pdf" in step:
                answer = call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
                with open(step["pdf"], "wb") as file:
                    file.write(base64.b64decode(answer["data"]))
            # Two frames: whatever a step has started is painted.
            evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))")

        messages = [event["params"] for event in browser.events if event.get("sessionId") == session
                    and event["method"] in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")]
        requests = [event["params"]["request"]["url"] for event in browser.events
                    if event.get("method") == "Network.requestWillBeSent"]
        json.dump({
            "values": values, "messages": [json.dumps(message) for message in messages],
            "requests": [request for request in requests if request != url and not request.startswith("data:")
                         and not (is_served and request.startswith("/".join(url.split("/")[:4]) + "/"))],
        }, sys.stdout)
        browser.call("Browser.close")
        browser.process.wait(20)


main()
