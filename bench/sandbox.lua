-- Asks for the items of one contract after another, each path a line of the file that WALK names.
local paths = {}
for path in io.lines(os.getenv("WALK")) do paths[#paths + 1] = path end
local requests, at = {}, 0

function init()
  for index, path in ipairs(paths) do requests[index] = wrk.format("GET", path) end
end

function request()
  at = at % #requests + 1
  return requests[at]
end
