$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
function Say($name, $value) {
  Write-Output ($name + '=' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes([string]$value)))
}
trap {
  Say 'error' $_.Exception.Message
  exit 64
}
$v = @{}
foreach ($line in [Console]::In.ReadToEnd().Split([char]10)) {
  $at = $line.IndexOf('=')
  if ($at -gt 0) {
    $v[$line.Substring(0, $at)] = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($line.Substring($at + 1).Trim()))
  }
}
. ($ExecutionContext.InvokeCommand.NewScriptBlock($v['script']))
